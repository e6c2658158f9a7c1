import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { endOf } from './epochs';
import type { KeyRing } from './key-ring';
import { withRingLocked } from './ring-lock';
import type { Vault } from './vault';

const OVERDUE_MS = 24 * 3_600_000;
const BATCH = 100;

export interface RetireDependencies {
  readonly dataSource: DataSource;
  readonly ring: KeyRing;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly alertOperator: (event: string) => void;
}

/**
 * Ends the epochs that are over: closes each to new data keys, re-wraps those that still live under today's epoch, and
 * destroys its key when none depends on it any more. Whatever moment it is killed at, and however many run at once, the
 * next run goes on from there; an epoch that a restored key ring brought back is ended again.
 *
 * @throws when an epoch could not be ended, after having tried the others; the operator is alerted.
 */
export async function retireEpochs(deps: RetireDependencies): Promise<void> {
  const now = deps.clock.now();
  const failures: unknown[] = [];
  for (const epochId of await epochsInUse(deps)) {
    if (endOf(epochId) > now) continue;
    try {
      const ended = await endEpoch(deps, epochId);
      if (!ended && now.getTime() - endOf(epochId).getTime() > OVERDUE_MS) {
        deps.log.error('keys.epoch-overdue', { epoch: epochId });
        deps.alertOperator('keys.epoch-overdue');
      }
    } catch (error) {
      deps.log.error('keys.epoch-not-destroyed', { epoch: epochId }, error);
      deps.alertOperator('keys.epoch-not-destroyed');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Those that have a key in the ring, or a row that does not say that it is destroyed. */
async function epochsInUse({ dataSource, ring }: RetireDependencies): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    'select id from keystore.epoch where destroyed_at is null',
  );
  return [...new Set([...(await ring.list()), ...rows.map(({ id }) => id)])].sort();
}

async function endEpoch(deps: RetireDependencies, epochId: string): Promise<boolean> {
  await close(deps, epochId);
  let rewrapped = 0;
  for (;;) {
    const moved = await deps.dataSource.transaction((tx) => deps.vault.rewrapSome(tx, epochId, BATCH));
    if (moved === 0) break;
    rewrapped += moved;
  }
  const destroyed = await destroyUnlessNeeded(deps, epochId);
  if (destroyed) deps.log.info('keys.epoch-destroyed', { epoch: epochId, rewrapped });
  return destroyed;
}

/**
 * After this no data key can come under the epoch: every writer locks its row and looks whether it is open, and this waits
 * for those that did. An epoch without a row (its maker was killed) gets one, so that its maker cannot open it any more.
 */
async function close({ dataSource, clock }: RetireDependencies, epochId: string): Promise<void> {
  await dataSource.query(
    `insert into keystore.epoch as epoch (id, day, created_at, retired_at)
     values ($1, to_date(substr($1, 2, 8), 'YYYYMMDD'), $2, $2)
     on conflict (id) do update set retired_at = coalesce(epoch.retired_at, excluded.retired_at)`,
    [epochId, clock.now()],
  );
}

async function destroyUnlessNeeded(
  { dataSource, ring, clock }: RetireDependencies,
  epochId: string,
): Promise<boolean> {
  return await withRingLocked(dataSource, async (tx) => {
    const [{ count } = { count: '1' }] = await tx.query<{ count: string }[]>(
      'select count(*) as count from keystore.data_key where epoch_id = $1',
      [epochId],
    );
    if (count !== '0') return false;
    await ring.destroy(epochId);
    await tx.query('update keystore.epoch set destroyed_at = $2 where id = $1', [epochId, clock.now()]);
    return true;
  });
}
