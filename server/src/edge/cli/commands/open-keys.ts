import type { DataSource } from 'typeorm';
import { tombstoneKeys } from '../../../platform/ledger';
import {
  FileKeyRing,
  loadMasterKeys,
  type MasterKeys,
  type MasterWrapped,
  ServiceKeysAtRest,
} from '../../../platform/vault';
import type { CommandContext } from '../command-context';

/** The installation's keys at rest, as the commands about keys need them. */
export interface OpenKeys {
  readonly dataSource: DataSource;
  readonly masterKeys: MasterKeys;
  readonly ring: FileKeyRing;
  /** Everything that a master key wraps. A new kind of such keys is added here. */
  readonly stores: readonly MasterWrapped[];
  /** The variable that the master keys come from. */
  readonly variable: 'MASTER_KEYS' | 'MASTER_KEYS_FILE';
}

/** @throws ConfigError when the master keys are not usable. */
export async function openKeys(context: CommandContext): Promise<OpenKeys> {
  const { config, secrets } = await context.installation();
  const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
  const dataSource = await context.database();
  const tombstones = tombstoneKeys(config, masterKeys, context.clock);
  const ring = new FileKeyRing(config.keyRingDir, masterKeys, context.clock);
  return {
    ...{ dataSource, masterKeys, ring },
    stores: [ring, new ServiceKeysAtRest(dataSource, masterKeys), tombstones],
    variable: config.masterKeys.kind === 'environment' ? 'MASTER_KEYS' : 'MASTER_KEYS_FILE',
  };
}
