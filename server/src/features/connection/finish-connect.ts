import type { EntityManager } from 'typeorm';
import type { Instagram, InstagramPermission, Reply, ShortLivedGrant } from '../../instagram/instagram';
import type { Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { Viewer } from '../account';
import { missingPermissions, NEEDED_PERMISSIONS } from './connection';
import { type ConsumedAttempt, consumeAttempt } from './consume-attempt';
import { type CompletedGrant, type StoreGrantDependencies, storeGrant } from './store-grant';

export type ConnectOutcome =
  /** LIMITED: a needed permission was not granted. FEWER: one that the grant before had. */
  | { readonly kind: 'connected' | 'limited' | 'fewer'; readonly connectionId: string }
  /** `actual`: the handle that the person was signed in with; it is kept nowhere. */
  | { readonly kind: 'wrong-account'; readonly connectionId: string; readonly actual: string }
  /** `proof`: what lets this account ask for the Instagram account; null when there is nothing to ask. */
  | { readonly kind: 'taken'; readonly proof: string | null }
  | {
      readonly kind:
        | Exclude<ConsumedAttempt['kind'], 'taken-up'>
        | 'cancelled'
        | 'not-professional'
        | 'profile-refused'
        | 'too-many'
        | 'ended'
        | 'failed'
        | 'no-answer';
    };

/** What the browser brought back from Instagram. */
export interface OAuthReturn {
  readonly state: string;
  readonly code: string | null;
  /** Instagram's word for why there is no code. */
  readonly error: string | null;
}

export interface FinishConnectDependencies extends StoreGrantDependencies {
  readonly instagram: Instagram;
  readonly clock: Clock;
  readonly log: Log;
  readonly redirectUri: string;
  /** Puts the first sync in the queue, inside the transaction that stores the grant. */
  readonly enqueueFirstSync: (tx: EntityManager, connectionId: string, at: Date) => Promise<void>;
}

/**
 * Finishes the connect that `startConnect` began: uses up the attempt, exchanges the code twice, reads the profile,
 * stores the grant and queues the first sync. Whatever is refused on the way stores nothing, and a token obtained
 * until then is dropped from memory; it is not withdrawn, because the grant at Instagram is shared with whoever holds
 * the account.
 */
export async function finishConnect(
  deps: FinishConnectDependencies,
  viewer: Viewer | null,
  returned: OAuthReturn,
): Promise<ConnectOutcome> {
  const attempt = await consumeAttempt(deps.dataSource, returned.state, viewer, deps.clock.now());
  if (attempt.kind !== 'taken-up') return { kind: attempt.kind };
  if (returned.error !== null) return { kind: returned.error === 'access_denied' ? 'cancelled' : 'failed' };
  if (returned.code === null) return { kind: 'failed' };

  const completed = await completeGrant(deps, returned.code);
  if (!completed.ok) return refused(deps.log, completed.refusal);
  const grant = completed.value;
  const unfit = unfitness(grant);
  if (unfit !== null) return { kind: unfit };

  const stored = await storeGrant(deps, attempt, grant, deps.enqueueFirstSync);
  switch (stored.kind) {
    case 'stored':
      return { kind: connectedKind(stored.lost, grant.granted), connectionId: stored.connectionId };
    case 'wrong-account':
      return { ...stored, actual: grant.profile.username };
    case 'taken': {
      const { username } = grant.profile;
      const proof = await deps.moves.prove(attempt.accountId, stored.heldBy, username, grant.grantedAt);
      return { kind: 'taken', proof };
    }
    default:
      return stored;
  }
}

/** Code, short-lived token, long-lived token, profile. */
async function completeGrant(deps: FinishConnectDependencies, code: string): Promise<Reply<CompletedGrant>> {
  const { instagram, clock, redirectUri } = deps;
  const shortLived: Reply<ShortLivedGrant> = await instagram.redeemCode({ code, redirectUri });
  if (!shortLived.ok) return shortLived;
  const grantedAt = clock.now();
  const longLived = await instagram.extendToken(shortLived.value.token);
  if (!longLived.ok) return longLived;
  const profile = await instagram.profile(longLived.value.token);
  if (!profile.ok) return profile;
  return {
    ok: true,
    value: {
      exchangeUserId: shortLived.value.exchangeUserId,
      longLived: longLived.value,
      profile: profile.value,
      // A reply that does not name the permissions says nothing about them; a refused call will.
      granted: shortLived.value.permissions ?? NEEDED_PERMISSIONS,
      grantedAt,
    },
  };
}

/** Why no connection can be made of a grant, whoever holds the account; null when one can. */
export function unfitness({
  profile,
  granted,
}: {
  readonly profile: Pick<CompletedGrant['profile'], 'professional'>;
  readonly granted: CompletedGrant['granted'];
}): 'not-professional' | 'profile-refused' | null {
  if (!profile.professional) return 'not-professional';
  return granted.includes('BASIC') ? null : 'profile-refused';
}

function refused(log: Log, refusal: Refusal): ConnectOutcome {
  log.warn('connect.refused', { kind: refusal.kind, code: refusal.code, subcode: refusal.subcode });
  return { kind: refusal.kind === 'no-answer' || refusal.kind === 'temporary' ? 'no-answer' : 'failed' };
}

function connectedKind(
  lost: readonly InstagramPermission[],
  granted: readonly InstagramPermission[],
): 'connected' | 'limited' | 'fewer' {
  if (lost.length > 0) return 'fewer';
  return missingPermissions(granted).length > 0 ? 'limited' : 'connected';
}
