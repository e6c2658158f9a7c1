import { MIGRATIONS } from '../database/migrations';
import { BackupError } from './backup-error';
import { type BackupHeader, checkBackupFile } from './backup-file';
import { isExpired, KEPT_DAYS, type Part } from './backup-folder';

/** How far a clock may have been ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

const EXPIRED: Readonly<Record<Part, string>> = {
  data:
    'Deletions that were completed since then are no longer remembered as long as this, so people who asked to be ' +
    'deleted could come back unseen.',
  keys:
    'It holds keys of people who were deleted since, and their receipts say that these keys are beyond recovery: this is ' +
    'refused on purpose, and the file should not exist any more. Take newer keys. If there are none, --without-keys ' +
    'restores what stands without them: deletion requests and receipts. People then sign up and connect again.',
};

/**
 * Reads a file to its end and answers its header, when it may be restored here and now.
 *
 * @throws BackupError when it is damaged, the other part, too old, from the future, or made by a later version.
 */
export async function checkPart(path: string, part: Part, now: Date): Promise<BackupHeader> {
  const header = await checkBackupFile(path);
  const refuse = (why: string): never => {
    throw new BackupError(`${path} ${why} Nothing was changed.`);
  };
  if (header.part !== part) {
    refuse(`holds the ${header.part} of a backup, not the ${part}: --from takes .data, --keys takes .keys.`);
  }
  if (isExpired(part, header.madeAt, now)) {
    refuse(
      `is of ${header.madeAt.toISOString()}, and ${part} may be restored for ${KEPT_DAYS[part]} days. ${EXPIRED[part]}`,
    );
  }
  if (header.madeAt.getTime() - now.getTime() > CLOCK_SKEW_MS) {
    refuse(`is of ${header.madeAt.toISOString()}, which is in the future: look at this machine’s clock.`);
  }
  const unknown = header.migrations.filter((name) => !MIGRATIONS.some((known) => known.name === name));
  if (unknown.length > 0) {
    refuse(
      `was made by ${header.software}, a later version whose tables this one does not know (${unknown.at(-1)}): restore ` +
        'it with that version.',
    );
  }
  return header;
}
