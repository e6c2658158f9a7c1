import type { DataSource } from 'typeorm';
import type { Viewer } from '../account';
import { ConnectAttemptRow } from './connect-attempt.entity';
import { hashOfState } from './start-connect';

export type ConsumedAttempt =
  | {
      readonly kind: 'taken-up';
      readonly stateHash: Buffer;
      readonly accountId: string;
      readonly connectionId: string | null;
      readonly startedAt: Date;
    }
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'foreign' | 'signed-out' };

/**
 * Uses up an attempt: one statement decides which of many parallel returns goes on. The session and account that come
 * back must be the ones that started, or somebody else's Instagram account would end up in the wrong hands.
 */
export async function consumeAttempt(
  dataSource: DataSource,
  state: string,
  viewer: Viewer | null,
  now: Date,
): Promise<ConsumedAttempt> {
  const stateHash = hashOfState(state);
  const attempts = dataSource.getRepository(ConnectAttemptRow);
  const consumed = await attempts
    .createQueryBuilder()
    .update()
    .set({ consumedAt: now })
    .where('state_hash = :stateHash and consumed_at is null', { stateHash })
    .execute();
  const attempt = await attempts.findOneBy({ stateHash });
  if (attempt === null) return { kind: 'unknown' };
  if (consumed.affected !== 1) return { kind: 'used' };
  if (attempt.expiresAt <= now) return { kind: 'expired' };
  if (viewer === null) return { kind: 'signed-out' };
  const sameSession = attempt.sessionHash.equals(viewer.sessionHash);
  if (attempt.accountId !== viewer.accountId || !sameSession) return { kind: 'foreign' };
  const { accountId, connectionId, createdAt: startedAt } = attempt;
  return { kind: 'taken-up', stateHash, accountId, connectionId, startedAt };
}
