import type { EntityManager } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import { isKeyLost } from '../../platform/vault';
import type { Grant, Grants } from './grants';

type WithdrawalOutcome = 'ACCEPTED' | 'REFUSED' | 'NO_ANSWER' | 'NOT_KNOWN';

/** How long Instagram may take over both calls together. */
const WITHIN_MS = 10_000;

/** Of that for the events: an Instagram that hangs there must not keep us from asking for what matters. */
const EVENTS_WITHIN_MS = 4_000;

/**
 * Asks Instagram to stop its events and to withdraw our access, as far as that goes: Meta documents no such call for
 * this login, so the outcome is recorded and nothing depends on it.
 */
export class AccessWithdrawals {
  constructor(
    private readonly grants: Grants,
    private readonly instagram: Instagram,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Opens the token into memory before its key goes, in the transaction that holds the connection; null when there is
   * no living grant to withdraw. A token that cannot be opened is not withdrawn, and what Instagram does about it is not known.
   */
  async prepare(tx: EntityManager, connectionId: string): Promise<(() => Promise<WithdrawalOutcome>) | null> {
    const grant = await this.open(tx, connectionId);
    if (grant === null) return null;
    if (grant === 'unreadable') return async () => 'NOT_KNOWN';
    return async () => {
      try {
        const signal = AbortSignal.timeout(WITHIN_MS);
        const first = AbortSignal.any([signal, AbortSignal.timeout(EVENTS_WITHIN_MS)]);
        await this.instagram.unsubscribe(grant.token, grant.professionalId, first);
        const reply = await this.instagram.withdrawAccess(grant.token, signal);
        if (reply.ok) return 'ACCEPTED';
        const { kind } = reply.refusal;
        return kind === 'no-answer' || kind === 'temporary' ? 'NO_ANSWER' : 'REFUSED';
      } catch (error) {
        this.log.warn('disconnect.withdrawal-failed', {}, error);
        return 'NO_ANSWER';
      }
    };
  }

  private async open(tx: EntityManager, connectionId: string): Promise<Grant | 'unreadable' | null> {
    try {
      return await this.grants.openHeld(tx, connectionId, this.clock.now());
    } catch (error) {
      if (!isKeyLost(error)) throw error;
      this.log.warn('disconnect.token-unreadable');
      return 'unreadable';
    }
  }
}
