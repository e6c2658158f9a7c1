import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import type { ErasableConnections } from '../deletion';
import type { ExportEnding } from './data-export';
import { FILE_HOURS } from './held';

/** Destroys the file of an export that was not fetched. */
export const END_EXPORT_TASK = 'end-export';
/** Looks for exports that nobody ended. */
export const END_OVERDUE_EXPORTS_TASK = 'end-overdue-exports';

/** Waits for whoever else begins or ends an export of this account; part of the caller's transaction. */
export async function lockExportsOf(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`data-export:${accountId}`]);
}

/**
 * Ends an export: its key and its pieces are destroyed, its links and whatever writes or sends it are cut off, and only
 * how it ended is kept. False when it was ended before, or does not meet `only`, a further condition on its row.
 */
export async function endExport(
  tx: EntityManager,
  vault: Vault,
  exportId: string,
  ending: ExportEnding,
  at: Date,
  only: { readonly sendingId?: string } = {},
): Promise<boolean> {
  const [ended]: [unknown[]] = await tx.query(
    `update data_export set ended_at = $2, ending = $3, build_id = null, connection_ids = '{}', size_bytes = null,
       piece_count = null, link_hash = null, link_until = null, sending_id = null, sending_until = null
     where id = $1 and ended_at is null and ($4::uuid is null or sending_id = $4) returning id`,
    [exportId, at, ending, only.sendingId ?? null],
  );
  if (ended.length === 0) return false;
  await tx.query('delete from data_export_piece where export_id = $1', [exportId]);
  await vault.destroyKeys(tx, exportId, ['export']);
  return true;
}

/** Ends every export of an account that is alive, when its data goes; part of the caller's transaction. */
export async function endExportsOf(
  tx: EntityManager,
  vault: Vault,
  accountId: string,
  at: Date,
): Promise<void> {
  await lockExportsOf(tx, accountId);
  const living: { id: string }[] = await tx.query(
    'select id from data_export where account_id = $1 and ended_at is null',
    [accountId],
  );
  for (const { id } of living) await endExport(tx, vault, id, 'data-deleted', at);
}

/**
 * Connections as a deletion meets them, where cutting one also ends the export that holds its data, or is about to: in
 * the same transaction, so that nothing of a cut connection can be downloaded.
 */
export function withExportsEnded(connections: ErasableConnections, vault: Vault): ErasableConnections {
  return {
    lockByMetaUser: (tx, metaUserId, issuedAt) => connections.lockByMetaUser(tx, metaUserId, issuedAt),
    findByMetaUser: (tx, metaUserId, issuedAt) => connections.findByMetaUser(tx, metaUserId, issuedAt),
    indexesOf: (metaUserId) => connections.indexesOf(metaUserId),
    ownerOf: (tx, connectionId) => connections.ownerOf(tx, connectionId),
    lockOwn: (tx, accountId, connectionId) => connections.lockOwn(tx, accountId, connectionId),
    lockAllOf: (tx, accountId) => connections.lockAllOf(tx, accountId),
    async cut(tx, connection, at) {
      const accessKeys = await connections.cut(tx, connection, at);
      await lockExportsOf(tx, connection.accountId);
      const holding: { id: string }[] = await tx.query(
        `select id from data_export where account_id = $1 and ended_at is null
           and (ready_at is null or $2 = any (connection_ids))`,
        [connection.accountId, connection.connectionId],
      );
      for (const { id } of holding) await endExport(tx, vault, id, 'data-deleted', at);
      return accessKeys;
    },
  };
}

export interface EndDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** The job of one export: ends it when its time is over. */
export async function endExpired(
  { dataSource, vault, clock }: EndDependencies,
  exportId: string,
): Promise<void> {
  const now = clock.now();
  await dataSource.transaction(async (tx) => {
    const [due]: unknown[] = await tx.query(
      'select 1 from data_export where id = $1 and ended_at is null and expires_at <= $2',
      [exportId, now],
    );
    if (due !== undefined) await endExport(tx, vault, exportId, 'expired', now);
  });
}

/**
 * The second net, every hour: ends what is past its time and what has been prepared for a day, and destroys keys whose
 * export is gone with its account.
 */
export async function endOverdueExports({ dataSource, vault, clock }: EndDependencies): Promise<void> {
  const now = clock.now();
  const stuckSince = new Date(now.getTime() - FILE_HOURS * 3_600_000);
  const overdue: { id: string; ready: boolean }[] = await dataSource.query(
    `select id, ready_at is not null as ready from data_export
     where ended_at is null and (expires_at <= $1 or (ready_at is null and requested_at <= $2))`,
    [now, stuckSince],
  );
  for (const { id, ready } of overdue) {
    await dataSource.transaction((tx) => endExport(tx, vault, id, ready ? 'expired' : 'failed', now));
  }
  await dataSource.query(
    `delete from keystore.data_key key where kind = 'export'
       and not exists (select 1 from data_export where data_export.id = key.subject_id)`,
  );
}
