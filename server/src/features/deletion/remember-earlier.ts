import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { BACKUP_DAYS, SLACK_DAYS, type TombstoneKeys } from '../../platform/ledger';
import type { AccessWithdrawal, DeletionSource } from './deletion';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import { memoryOf, type Part } from './record-request';
import { accountMark, connectionMark, digestOf, type Mark, type Tombstones } from './tombstones';

const REACH_MS = (BACKUP_DAYS + SLACK_DAYS) * 24 * 3_600_000;

interface Dependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly tombstones: Tombstones;
}

/**
 * At start-up: remembers what was deleted by a version without tombstones, or under a key that is lost, as far back as a backup
 * may reach. Instagram's ids of it are gone; our own ids of the connections are enough for a replay. What nothing names any more
 * (the account of a completed closure) cannot be remembered anew. Tells how many there were.
 */
export async function rememberEarlier(
  { dataSource, clock, tombstones }: Dependencies,
  keys: TombstoneKeys,
): Promise<number> {
  const owed: { id: string }[] = await dataSource.query(
    `select id from deletion_request request where requested_at > $1
       and not exists (select from ledger_entry where request_id = request.id and kind = 'deletion' and key_id = any($2))
     order by requested_at, id`,
    [new Date(clock.now().getTime() - REACH_MS), keys.all().map(({ id }) => id)],
  );
  for (const { id } of owed) {
    await dataSource.transaction(async (tx) => {
      const request = await tx.findOneByOrFail(DeletionRequestRow, { id });
      const key = tombstones.currentKey();
      const subjects = await tx.findBy(DeletionSubjectRow, { requestId: id });
      const parts = subjects.flatMap((subject): Part[] => {
        const mark = markOf(subject);
        if (mark === null) return [];
        const { part, codeSealed } = subject;
        return [{ mac: digestOf(key, mark), part: part as Part['part'], codeSealed }];
      });
      const about = {
        ...{ codeHash: request.codeHash, source: request.source as DeletionSource },
        ...{
          requestedAt: request.requestedAt,
          accessWithdrawal: request.accessWithdrawal as AccessWithdrawal,
        },
      };
      await tombstones.remember(tx, key, memoryOf(key, id, about, parts, []));
    });
  }
  return owed.length;
}

function markOf({ part, accountId, connectionId }: DeletionSubjectRow): Mark | null {
  if (part !== 'account') return connectionMark(connectionId);
  return accountId === null ? null : accountMark(accountId);
}
