import { Registry } from 'prom-client';
import { operatorAlerts } from '../edge/operator-alerts';
import { ENTITIES } from '../entities';
import { notingUses, PermissionUses } from '../features/connection';
import { Tombstones } from '../features/deletion';
import { Mails } from '../features/notice';
import { createGraphInstagram } from '../instagram/graph-instagram';
import type { Instagram } from '../instagram/instagram';
import { Background } from '../platform/background';
import { systemClock } from '../platform/clock';
import type { Config, Secrets } from '../platform/config/config';
import { createDataSource } from '../platform/database/data-source';
import { migrate } from '../platform/database/migrate';
import { migrateQueue } from '../platform/jobs/runner';
import { Ledger, LedgerFile, tombstoneKeys as tombstoneKeysOf } from '../platform/ledger';
import { createLimiters } from '../platform/limits/limiter';
import { createLog } from '../platform/log';
import {
  FileKeyRing,
  loadMasterKeys,
  openServiceKeys,
  requireKeyStore,
  SigningKeys,
  Vault,
} from '../platform/vault';

import type { Overrides } from './overrides';

/** What everything else stands on. */
export type Foundation = Awaited<ReturnType<typeof layFoundation>>;

/**
 * Opens the keys and the database, and migrates it. Keys come before anything else: without them nothing stored could be
 * read. A restored database is told to delete again before anything of it is read or served.
 *
 * @throws ConfigError, MasterKeyMissing, EpochKeyMissing, KeyStoreMissing or SealBroken when the keys are not usable or do not belong to the
 * database; LedgerAhead when it was restored.
 */
export async function layFoundation(config: Config, secrets: Secrets, overrides: Overrides) {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog();
  const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
  const dataSource = createDataSource({ url: secrets.databaseUrl, entities: ENTITIES });
  await dataSource.initialize();
  await migrate(dataSource, () => migrateQueue(secrets.databaseUrl));
  await requireKeyStore(dataSource).catch(async (error: unknown) => {
    await dataSource.destroy();
    throw error;
  });
  const keys = await openServiceKeys(dataSource, masterKeys, clock);
  const ring = new FileKeyRing(config.keyRingDir, masterKeys, clock);
  const forgetting = setInterval(() => ring.forgetDestroyed(), 60_000).unref();
  const vault = new Vault(ring, clock);
  const ledger = new Ledger({ dataSource, file: new LedgerFile(config.ledgerPath), clock, log });
  const tombstoneKeys = tombstoneKeysOf(config, masterKeys, clock);
  const tombstones = new Tombstones(tombstoneKeys);
  if (overrides.replaying !== true) {
    await ledger.requireLevel().catch(async (error: unknown) => {
      await dataSource.destroy();
      throw error;
    });
  }
  tombstoneKeys.all();
  if (overrides.replaying !== true) await vault.verify(dataSource.manager);
  const signingKeys = new SigningKeys(dataSource, masterKeys, clock);
  await signingKeys.ensure();
  const limiter = createLimiters(dataSource, keys);

  const background = new Background(log);
  const permissionUses = new PermissionUses({
    ...{ dataSource, clock, log },
    background: (work) => background.add(work),
  });
  const registry = new Registry();
  const alerts = operatorAlerts(registry);
  const mails = new Mails(dataSource, clock);
  return {
    ...{ config, secrets, clock, log, dataSource, keys, ring, vault, signingKeys, limiter },
    // `background`: work that goes on after its answer.
    ...{ ledger, tombstoneKeys, tombstones, registry, background, mails, permissionUses },
    alertOperator: (event: string): void => {
      alerts.inc({ event });
      background.add(mails.tellOperator(event));
    },
    instagram: notingUses(overrides.instagram ?? createInstagram(config, secrets), permissionUses),
    stop: () => clearInterval(forgetting),
  };
}

function createInstagram(config: Config, secrets: Secrets): Instagram {
  return createGraphInstagram({
    ...config.instagram,
    appSecret: secrets.instagramAppSecret,
    ...(secrets.instagramAppSecretPrevious === null
      ? {}
      : { previousAppSecret: secrets.instagramAppSecretPrevious }),
  });
}
