import { type DataSource, IsNull, Not } from 'typeorm';
import { personalColumns } from '../database/personal';
import { ServiceKeyRow } from './service-key.entity';

/** The database holds what keys are needed for, and its key store is gone: it was restored without it. */
export class KeyStoreMissing extends Error {
  constructor() {
    super(
      'This database holds accounts or connections, and no key by which they are found: the schema keystore is missing or ' +
        'empty. It was restored without its keys. The server makes no new ones: nobody could sign in any more, and no deletion ' +
        'request would find anybody. Restore the schema keystore of the same day beside the data (see "Restoring" in ' +
        'server/docs/operations.md). If it is lost, `pnpm sociogenie restore --without-keys` puts back deletion requests and receipts.',
    );
    this.name = 'KeyStoreMissing';
  }
}

/**
 * For a database that is migrated: that what is found by the lookup key, if there is anything, has that key. Makes none.
 *
 * @throws KeyStoreMissing.
 */
export async function requireKeyStore(dataSource: DataSource): Promise<void> {
  const [store]: { there: boolean }[] = await dataSource.query(
    `select to_regclass('keystore.service_key') is not null as there`,
  );
  if (store?.there !== true) throw new KeyStoreMissing();
  if (await dataSource.manager.existsBy(ServiceKeyRow, { name: 'lookup' })) return;
  for (const { form, entity, property } of personalColumns()) {
    if (form !== 'blind-index' || !dataSource.hasMetadata(entity)) continue;
    if (await dataSource.manager.existsBy(entity, { [property]: Not(IsNull()) })) throw new KeyStoreMissing();
  }
}
