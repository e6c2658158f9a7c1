import type { EntityManager } from 'typeorm';

/** After a restore whose keys are younger than its data: removes the keys of accounts that were made since. */
export async function reconcileAccounts(tx: EntityManager): Promise<void> {
  await tx.query(
    `delete from keystore.data_key key where key.kind = 'account' and not exists (
       select from account where account.id = key.subject_id)`,
  );
}
