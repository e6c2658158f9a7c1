import { type DataSource, IsNull, MoreThan } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Viewer } from '../account';
import { ConnectAttemptRow } from './connect-attempt.entity';

/** A connect that this session has begun and that has not come back from Instagram. */
export interface OpenAttempt {
  /** The connection to renew; null for whichever Instagram account returns. */
  readonly connectionId: string | null;
  readonly startedAt: Date;
  /** From then on its way back is refused. */
  readonly expiresAt: Date;
}

interface AttemptDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}

/** The connect that this session waits for; null when it waits for none. No other session could finish it. */
export async function openAttempt(
  { dataSource, clock }: AttemptDependencies,
  { accountId, sessionHash }: Viewer,
): Promise<OpenAttempt | null> {
  const [attempt] = await dataSource.manager.find(ConnectAttemptRow, {
    where: { accountId, sessionHash, consumedAt: IsNull(), expiresAt: MoreThan(clock.now()) },
    order: { createdAt: 'DESC' },
    take: 1,
  });
  if (attempt === undefined) return null;
  const { connectionId, createdAt: startedAt, expiresAt } = attempt;
  return { connectionId, startedAt, expiresAt };
}

/**
 * Ends what this session has begun and not finished: a way back from Instagram is then refused, also one that is being
 * worked on. A grant that is being stored at this moment is waited for and stays.
 */
export async function cancelConnect(
  { dataSource }: Pick<AttemptDependencies, 'dataSource'>,
  { accountId, sessionHash }: Viewer,
): Promise<void> {
  await dataSource.manager.delete(ConnectAttemptRow, { accountId, sessionHash, storedAt: IsNull() });
}
