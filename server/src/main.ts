import 'reflect-metadata';
import { resolve } from 'node:path';
import { type App, buildApp } from './app';
import { ConfigError } from './platform/config/problems';
import { readConfig } from './platform/config/read-config';
import { LedgerAhead, LedgerBroken, LedgerTooYoung } from './platform/ledger';
import { createLog } from './platform/log';
import {
  EpochKeyMissing,
  KeyStoreMissing,
  MasterKeyMissing,
  SealBroken,
  withConfiguredKeys,
} from './platform/vault';

/** The process: environment, configuration, app, doors and jobs by role; stops on a signal and drains its jobs. */
async function main(): Promise<void> {
  const root = resolve(__dirname, '..', '..');
  const { config, secrets } = withConfiguredKeys(process.env, root, () => readConfig(process.env, root));
  const log = createLog();
  process.on('uncaughtException', (error) => {
    log.error('server.surprised', {}, error);
    process.exit(1);
  });
  const app = await buildApp(config, secrets, { log });
  const stop = stopper(app, () => log.info('server.stopped'));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env.SUPERVISED === '1') process.stdin.once('end', stop).once('error', stop).resume();

  if (config.role !== 'server') await app.jobs.start();
  if (config.role !== 'worker') await app.http.listen({ host: config.host, port: config.port });
  log.info('server.started', { role: config.role, port: config.port });
}

function stopper(app: App, stopped: () => void): () => void {
  let stopping = false;
  return () => {
    if (stopping) return;
    stopping = true;
    const hardStop = setTimeout(() => process.exit(1), 15_000);
    hardStop.unref();
    app.close().then(
      () => {
        stopped();
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
}

const FOR_PEOPLE = [
  ConfigError,
  MasterKeyMissing,
  EpochKeyMissing,
  KeyStoreMissing,
  SealBroken,
  LedgerAhead,
  LedgerBroken,
  LedgerTooYoung,
];

/** Problems that a person can mend are told in words; anything else keeps its stack. */
main().catch((error: unknown) => {
  const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  process.stderr.write(`${forPeople ? String((error as Error).message) : explainStart(error)}\n`);
  process.exit(1);
});

const DATABASE_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the database does not answer',
  ENOTFOUND: 'there is no host of this name',
  '28P01': 'the password is not accepted',
  '28000': 'the login is not accepted',
  '3D000': 'there is no database of this name',
};

function explainStart(error: unknown): string {
  if (!(error instanceof Error)) return 'SocioGenie could not start.';
  const code = 'code' in error ? String(error.code) : error.name;
  if (code === 'EADDRINUSE') return 'PORT is in use by another program: stop it, or choose another PORT.';
  const database = DATABASE_PROBLEMS[code];
  if (database !== undefined) return `DATABASE_URL: ${database}.`;
  if (code === 'EACCES' || code === 'EROFS') return 'DATA_DIR or KEYRING_DIR cannot be written.';
  return `SocioGenie could not start (${code}).\n${(error.stack ?? '').split('\n').slice(1).join('\n')}`;
}
