import type { Secret } from '../platform/secret';
import type { DayRange, MetaDay } from './days';
import type { InstagramPermission } from './permissions';
import type { Refusal } from './refusals';
import type { Usage } from './usage';

export { API_CALLS, API_OPERATIONS, type ApiOperation } from './api-calls';
export * from './days';
export { type InstagramLinks, instagramLinks } from './links';
export { type InstagramPermission, scopeOf } from './permissions';
export type { Usage } from './usage';

/**
 * What SocioGenie needs from Instagram, in our own words. `graph-instagram.ts` is the only implementation;
 * the Meta sandbox is reached through the very same client, over HTTP.
 *
 * Every call answers with a value: an expected refusal is not an exception. No id passes through a number.
 */
export interface Instagram {
  /** The id of the Instagram app that grants are made to (our `app id`; Meta's `client_id`). */
  readonly appId: string;

  /** The address where a person grants access. `state` comes back unchanged on the OAuth return. */
  authorizationUrl(request: {
    state: string;
    redirectUri: string;
    permissions: readonly InstagramPermission[];
  }): string;

  /** Exchanges the single-use code of the OAuth return for a short-lived grant (one hour). */
  redeemCode(request: { code: string; redirectUri: string }): Promise<Reply<ShortLivedGrant>>;

  /** Exchanges a short-lived token for a long-lived one; the lifetime is the one Instagram answers. */
  extendToken(shortLived: Secret): Promise<Reply<LongLivedToken>>;

  /**
   * Exchanges a living long-lived token, at least 24 hours old, for one that lasts longer. Instagram may answer the same
   * token or another; whether the old one then stays good is not documented, so keep it until the new one is stored. It
   * is given 90 seconds: an answer that is missed may leave us without a token.
   */
  refreshToken(token: Secret): Promise<Reply<LongLivedToken>>;

  /** The profile behind a token. */
  profile(token: Secret): Promise<Reply<Profile>>;

  /**
   * The bytes of the account's profile picture as Meta's content network gives them, at most 2 MiB; null when it has none.
   * They are foreign bytes: what they are is for the caller to find out. Bounded by `signal`.
   */
  picture(token: Secret, signal: AbortSignal): Promise<Reply<Buffer | null>>;

  /**
   * Reach for each Meta day of `days` (Los Angeles dates, both ends included; of any length, since windows over
   * 2,592,000 s are split here). A day that Instagram did not mention is absent from the map.
   */
  dailyReach(token: Secret, accountId: string, days: DayRange): Promise<Reply<ReadonlyMap<MetaDay, number>>>;

  /**
   * The totals of one Meta day (Los Angeles date), asked as a one-day window. One metric that Instagram refuses
   * never spoils the others: after a refusal of the whole call the metrics are asked one by one. A metric without
   * a value is null with the reason beside it.
   */
  dayTotals(
    token: Secret,
    accountId: string,
    day: MetaDay,
    metrics: readonly DayTotalMetric[],
  ): Promise<Reply<DayTotals>>;

  /** Asks Instagram to tell us when somebody comments on what the account published. Asking again changes nothing. */
  subscribe(token: Secret, accountId: string): Promise<Reply<void>>;

  /** Best effort: stop Instagram's event delivery for the account. Bounded by `signal`. */
  unsubscribe(token: Secret, accountId: string, signal: AbortSignal): Promise<Reply<void>>;

  /**
   * Best effort: ask Instagram to withdraw our access. Meta documents no such call for Instagram Login, so a
   * caller records the outcome and depends on nothing. Bounded by `signal`.
   */
  withdrawAccess(token: Secret, signal: AbortSignal): Promise<Reply<void>>;

  /** The same Instagram, each of whose calls passes by `watch`: the calls of one connection. */
  watched(watch: CallWatch): Instagram;

  /** Verifies and reads the `signed_request` of a deauthorize or data-deletion callback. */
  readSignedRequest(value: string, now: Date): SignedRequestReading;

  /**
   * Verifies a delivery of events over its bytes as received, and reads what we ask for out of it. `signature` is the
   * header that came with it.
   */
  readEvents(body: Uint8Array, signature: string | undefined): EventsReading;

  /** A callback as Meta would send it now, about an id that nobody can have: to try whether our doors can be reached. */
  signAboutNobody(now: Date): string;
}

/** Who is asked before each call, and told what came of it. */
export interface CallWatch {
  /** The refusal that the call gets without being made; null when it may be made. */
  before(): Promise<Refusal | null>;
  /** How it was refused, null when it was answered; and what the answer says of limits, null when nothing. */
  after(refusal: Refusal | null, usage: Usage | null): Promise<void>;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export interface ShortLivedGrant {
  readonly token: Secret;
  /** The `user_id` of the code exchange, digits as text. */
  readonly exchangeUserId: string;
  /** The permissions granted, or null when the reply did not name them. */
  readonly permissions: readonly InstagramPermission[] | null;
}

export interface LongLivedToken {
  readonly token: Secret;
  /** Lifetime as Instagram answered it, in seconds. */
  readonly expiresInSeconds: number;
}

export interface Profile {
  /** App-scoped id (`/me.id`), digits as text. */
  readonly appScopedId: string;
  /** Professional account id (`/me.user_id`), digits as text: the id in API paths and events. */
  readonly professionalId: string;
  readonly username: string;
  readonly name: string | null;
  /** False for anything that is not a business or creator account. */
  readonly professional: boolean;
  readonly followersCount: number | null;
}

/** The metrics that are asked as totals of one day. FOLLOWER_COUNT comes from the profile, REACH as a series. */
export type DayTotalMetric =
  | 'VIEWS'
  | 'ACCOUNTS_ENGAGED'
  | 'TOTAL_INTERACTIONS'
  | 'LIKES'
  | 'COMMENTS'
  | 'SAVES'
  | 'SHARES'
  | 'REPLIES'
  | 'REPOSTS'
  | 'FOLLOWS'
  | 'UNFOLLOWS'
  | 'PROFILE_LINKS_TAPS';

export type MissingReason =
  | 'TOO_FEW_FOLLOWERS'
  | 'NOT_YET_AVAILABLE'
  | 'UNSUPPORTED'
  | 'META_ERROR'
  | 'PERMISSION_MISSING';

export interface DayTotals {
  /** Whole numbers as Instagram said them; a metric that is not here has no value for the day. */
  readonly values: ReadonlyMap<DayTotalMetric, number>;
  /** Why a metric is not in `values`; an empty answer without a reason is not listed. */
  readonly missing: ReadonlyMap<DayTotalMetric, MissingReason>;
}

export type SignedRequestReading =
  | {
      readonly ok: true;
      /** The person's id as Meta wrote it, digits as text; may be any of the three ids we store. */
      readonly userId: string;
      readonly issuedAt: Date;
      /** SHA-256 over the characters received: the repeat key's second half. */
      readonly digest: Buffer;
    }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'bad-signature' | 'bad-payload';
    };

/** That something happened to what an account published. Who did it and what they wrote is read over. */
export interface InstagramEvent {
  /** The professional account's id, digits as text. */
  readonly accountId: string;
  readonly kind: 'COMMENT';
  /** What it happened to, digits as text; null when the event does not say. */
  readonly mediaId: string | null;
  /** SHA-256 over all that the event says and nothing of its delivery: the same event again has the same one. */
  readonly digest: Buffer;
}

export type EventsReading =
  | {
      readonly ok: true;
      readonly events: readonly InstagramEvent[];
      /** How many were signed well and are none that we asked for. */
      readonly ignored: number;
    }
  | { readonly ok: false; readonly reason: 'malformed' | 'bad-signature' | 'bad-payload' };
