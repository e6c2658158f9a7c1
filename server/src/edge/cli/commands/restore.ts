import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../../entities';
import { reconcileAccounts } from '../../../features/account';
import { reconcileConnections } from '../../../features/connection';
import { type KeysFrom, restoreBackup } from '../../../platform/backup';
import { migrateQueue } from '../../../platform/jobs/runner';
import { FileKeyRing, loadMasterKeys, SigningKeys } from '../../../platform/vault';
import { type Command, type Given, MisuseError } from '../command';
import type { CommandContext } from '../command-context';
import { STANDS_WITHOUT_KEYS } from './backed-up';

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of the database.',
  details: [
    'The server and its workers must be stopped. The backup is built beside the present database, with the tables of its time,',
    'brought up to date, and put in its place at the end: until then nothing is changed.',
    '',
    'Keys: without --keys the present key store is kept, and keys that were destroyed since the backup stay destroyed. With',
    '--keys it is replaced by that file, which must be as old as the data or younger. No destroyed epoch comes back: the keys of',
    'a file live on under an epoch of today.',
    '',
    'Refused: keys older than 7 days and data older than 35 days (people were told that they are gone), a damaged file, one of a',
    'later version. Afterwards everybody signs in again; run `deletions replay` before the server is started.',
  ].join('\n'),
  options: {
    from: { value: 'FILE.data', help: 'the data of a backup' },
    keys: { value: 'FILE.keys', help: 'the keys of a backup, when the present key store is lost or wrong' },
    'without-keys': {
      help: 'the keys are lost: restores deletion requests and receipts, and nothing of any account',
    },
    replace: { help: 'the present database may be lost; needed unless it is empty' },
  },
  async run(given, context) {
    const from = given.value('from');
    if (from === null) throw new MisuseError('--from is missing.');
    const keys = keysFrom(given, context);
    const { config, secrets } = await context.alone();
    const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
    const { clock } = context;
    const header = await restoreBackup(
      { databaseUrl: secrets.databaseUrl, data: context.path(from), keys, replace: given.has('replace') },
      {
        ...{ masterKeys, clock, entities: ENTITIES, migrateQueue, signal: context.stopping() },
        ring: new FileKeyRing(config.keyRingDir, masterKeys, clock),
        reconcile: async (dataSource: DataSource) => {
          await dataSource.transaction(async (tx) => {
            await reconcileConnections(tx);
            await reconcileAccounts(tx);
          });
          await new SigningKeys(dataSource, masterKeys, clock).mend();
        },
        tell: (line) => context.print(`  ${line}`),
      },
    );
    context.print();
    context.print(`Restored: the database as of ${header.madeAt.toISOString()}, made by ${header.software}.`);
    if (keys.kind === 'none') {
      context.print(
        'Without keys nobody of before can sign in or be found: people sign up and connect again.',
      );
    }
    context.print('Next:');
    context.print('  1. pnpm sociogenie deletions replay   deletes again what was deleted since the backup;');
    context.print('     until then the server does not start if the deletion ledger is ahead.');
    context.print('  2. start the server. Everybody signs in again.');
    return 0;
  },
};

function keysFrom(given: Given, context: CommandContext): KeysFrom {
  const path = given.value('keys');
  const none = given.has('without-keys');
  if (path !== null && none) throw new MisuseError('--keys and --without-keys exclude each other.');
  if (path !== null) return { kind: 'file', path: context.path(path) };
  return none ? { kind: 'none', tables: STANDS_WITHOUT_KEYS } : { kind: 'living' };
}
