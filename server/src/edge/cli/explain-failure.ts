import { ReplayFailed } from '../../features/deletion';
import { BackupError } from '../../platform/backup';
import { ConfigError } from '../../platform/config/problems';
import { EmbeddedDatabaseError } from '../../platform/database/embedded';
import { errorCode } from '../../platform/error-code';
import { LedgerAhead, LedgerBroken, LedgerTooYoung } from '../../platform/ledger';
import { EpochKeyMissing, KeyStoreMissing, MasterKeyMissing, SealBroken } from '../../platform/vault';
import { CommandError } from './command';
import { StartError } from './start/start-error';

const FOR_PEOPLE = [
  BackupError,
  CommandError,
  StartError,
  ConfigError,
  EmbeddedDatabaseError,
  MasterKeyMissing,
  EpochKeyMissing,
  KeyStoreMissing,
  SealBroken,
  LedgerAhead,
  LedgerBroken,
  LedgerTooYoung,
  ReplayFailed,
];

/** What a person can mend in words; of anything else the code and the places, since messages of drivers quote values. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The command failed.';
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) return error.message;
  const code = errorCode(error) ?? error.name;
  if (code === 'ECONNREFUSED') return 'DATABASE_URL: the database does not answer.';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`The command failed (${code}).`, ...places].join('\n');
}
