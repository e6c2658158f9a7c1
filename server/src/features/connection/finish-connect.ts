import type { EntityManager } from 'typeorm';
import type { Instagram, InstagramPermission, Reply, ShortLivedGrant } from '../../instagram/instagram';
import type { Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { Viewer } from '../account';
import { missingPermissions, NEEDED_PERMISSIONS } from './connection';
import { type ConsumedAttempt, consumeAttempt } from './consume-attempt';
import {
  type CompletedGrant,
  type StoredGrant,
  type StoreGrantDependencies,
  storeGrant,
} from './store-grant';

export type ConnectOutcome =
  | { readonly kind: 'connected' | 'limited'; readonly connectionId: string }
  | { readonly kind: 'wrong-account'; readonly connectionId: string }
  | {
      readonly kind:
        | Exclude<ConsumedAttempt['kind'], 'taken-up'>
        | 'cancelled'
        | 'not-professional'
        | 'taken'
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
  if (!grant.profile.professional) return { kind: 'not-professional' };
  if (!grant.granted.includes('BASIC')) return { kind: 'failed' };

  const stored = await storeGrant(deps, attempt, grant, deps.enqueueFirstSync);
  return outcomeOf(stored, grant.granted);
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

function refused(log: Log, refusal: Refusal): ConnectOutcome {
  log.warn('connect.refused', { kind: refusal.kind, code: refusal.code, subcode: refusal.subcode });
  return { kind: refusal.kind === 'no-answer' || refusal.kind === 'temporary' ? 'no-answer' : 'failed' };
}

function outcomeOf(stored: StoredGrant, granted: readonly InstagramPermission[]): ConnectOutcome {
  if (stored.kind !== 'stored') return stored;
  const kind = missingPermissions(granted).length > 0 ? 'limited' : 'connected';
  return { kind, connectionId: stored.connectionId };
}
