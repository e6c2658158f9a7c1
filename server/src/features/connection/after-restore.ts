import type { EntityManager } from 'typeorm';

/**
 * Brings connections and their keys level after a restore whose keys are younger than its data. A connection whose token
 * key was destroyed since needs to be reconnected; keys that open nothing here (of connections and grants made since) go.
 */
export async function reconcileConnections(tx: EntityManager): Promise<void> {
  await tx.query(
    `update instagram_connection connection
     set token_sealed = null, token_expires_at = null, token_refreshed_at = null
     where token_sealed is not null and not exists (
       select from keystore.data_key key where key.kind = 'token' and key.subject_id = connection.id
         and key.generation = connection.generation)`,
  );
  await tx.query(
    `delete from keystore.data_key key where key.kind = 'profile' and not exists (
       select from instagram_connection connection where connection.id = key.subject_id)`,
  );
  await tx.query(
    `delete from keystore.data_key key where key.kind = 'token' and not exists (
       select from instagram_connection connection where connection.id = key.subject_id
         and connection.generation = key.generation and connection.token_sealed is not null)`,
  );
}
