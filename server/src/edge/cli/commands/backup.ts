import { ENTITIES } from '../../../entities';
import { BACKUP_KEPT_DAYS, makeBackup } from '../../../platform/backup';
import type { Config, Secrets } from '../../../platform/config/config';
import { createDataSource } from '../../../platform/database/data-source';
import { Ledger, LedgerFile } from '../../../platform/ledger';
import { SOFTWARE } from '../../../platform/software';
import { FileKeyRing, loadMasterKeys } from '../../../platform/vault';
import { type Command, CommandError, MisuseError } from '../command';
import type { CommandContext } from '../command-context';
import { LEFT_OUT } from './backed-up';

export const backup: Command = {
  name: 'backup',
  summary: 'Makes a backup of the database: a file with the data and one with the keys.',
  details: [
    'Works while the server runs; both files are as of one moment. Where `start` brings the database and does not run, it is',
    'started for this.',
    '',
    `  sociogenie-<time>.data  everything but keys; restorable for ${BACKUP_KEPT_DAYS.data} days`,
    `  sociogenie-<time>.keys  the keys that open it; restorable for ${BACKUP_KEPT_DAYS.keys} days`,
    '',
    'Keep the two in different places. What is encrypted in the database is encrypted in the data file. The keys are wrapped by',
    'the active master key, which is in no backup: keep it offline, or neither file is of use. The deletion ledger (LEDGER_PATH)',
    'is in no backup either: it is what tells a restored database whom to delete again.',
    '',
    `Data files older than ${BACKUP_KEPT_DAYS.data} days and key files older than ${BACKUP_KEPT_DAYS.keys} days are removed from FOLDER, because`,
    'people are told that they are. Run this daily, and see that copies elsewhere go as soon.',
  ].join('\n'),
  options: { to: { value: 'FOLDER', help: 'where the files go; made when it is not there' } },
  async run(given, context) {
    const to = given.value('to');
    if (to === null) throw new MisuseError('--to is missing.');
    const { config, secrets } = await context.standing();
    const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
    await refuseBeforeReplay(config, secrets, context);
    const { paths, removed } = await makeBackup(
      {
        ...{ databaseUrl: secrets.databaseUrl, masterKeys, clock: context.clock, software: SOFTWARE },
        ring: new FileKeyRing(config.keyRingDir, masterKeys, context.clock),
        leftOut: LEFT_OUT,
      },
      context.path(to),
      (line) => context.print(`  ${line}`),
    );
    context.print();
    context.print(`Data: ${paths.data}`);
    context.print(`Keys: ${paths.keys}`);
    context.print(`The keys open with the master key "${masterKeys.activeId}", which is in neither file.`);
    if (removed.length > 0) context.print(`Removed, because their time was over: ${removed.join(', ')}`);
    return 0;
  },
};

/** People who were deleted since are in a restored database again: a backup would keep them for another 35 days. */
async function refuseBeforeReplay(config: Config, secrets: Secrets, context: CommandContext): Promise<void> {
  const dataSource = createDataSource({ url: secrets.databaseUrl, entities: ENTITIES, poolSize: 2 });
  await dataSource.initialize();
  try {
    // A database of an earlier version knows of no ledger.
    const [found]: { there: boolean }[] = await dataSource.query(
      `select to_regclass('public.ledger_head') is not null as there`,
    );
    if (found?.there !== true) return;
    const { clock, log } = context;
    const ledger = new Ledger({ dataSource, file: new LedgerFile(config.ledgerPath), clock, log });
    if ((await ledger.compare()).length === 0) return;
    throw new CommandError(
      'This database was restored, and the deletion ledger knows of deletions that it does not: a backup would keep those ' +
        'people for another 35 days. Run `pnpm sociogenie deletions replay` first. Nothing was written.',
    );
  } finally {
    await dataSource.destroy();
  }
}
