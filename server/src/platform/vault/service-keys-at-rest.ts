import type { DataSource } from 'typeorm';
import { keyIdOf } from './aead';
import type { MasterKeys, MasterWrapped } from './master-keys';
import { ServiceKeyRow } from './service-key.entity';
import { serviceKeyBoundTo } from './service-keys';

/** The rows of `keystore.service_key`, whatever their names, as keys that a master key wraps. */
export class ServiceKeysAtRest implements MasterWrapped {
  readonly what = 'service keys';

  constructor(
    private readonly dataSource: DataSource,
    private readonly masterKeys: MasterKeys,
  ) {}

  async wrappedBy(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.getRepository(ServiceKeyRow).find();
    return new Map(rows.map(({ name, wrapped }) => [name, keyIdOf(wrapped)]));
  }

  async rewrap(name: string): Promise<void> {
    const rows = this.dataSource.getRepository(ServiceKeyRow);
    const { wrapped } = await rows.findOneByOrFail({ name });
    const key = this.masterKeys.unwrap(serviceKeyBoundTo(name), wrapped);
    await rows.update({ name, wrapped }, { wrapped: this.masterKeys.wrap(serviceKeyBoundTo(name), key) });
  }
}
