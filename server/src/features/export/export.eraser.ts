import type { EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import type { Eraser, ErasureSubject } from '../deletion';
import { endExport } from './end-exports';

/**
 * The second look at exports: cutting a connection ended those that hold its data, so nothing should be left. It adds
 * nothing to what a person is told, because an export is a copy of what the other erasers count.
 */
export function exportEraser(vault: Vault, clock: Clock): Eraser {
  return {
    category: 'INSTAGRAM_IDENTITY',
    claims: [
      { table: 'data_export_piece', columns: '*' },
      { table: 'data_export', columns: ['connection_ids', 'link_hash'] },
    ],
    async erase(subject, tx) {
      for (const id of await holding(subject, tx))
        await endExport(tx, vault, id, 'data-deleted', clock.now());
      return 0;
    },
    async count(subject, tx) {
      return (await holding(subject, tx)).length;
    },
  };
}

async function holding({ connectionId }: ErasureSubject, tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from data_export where $1 = any (connection_ids)',
    [connectionId],
  );
  return rows.map(({ id }) => id);
}
