import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code';
import { BACKUP_DAYS } from '../ledger';
import { destroyFile, flushFolder, KEY_BACKUP_DAYS } from '../vault';
import { BackupError } from './backup-error';

const DAY_MS = 24 * 3_600_000;

/** The two files of a backup: everything but keys, and the keys. */
export type Part = 'data' | 'keys';

/** How many days a file of each part may be kept and restored. Receipts and pages promise both. */
export const KEPT_DAYS: Readonly<Record<Part, number>> = { data: BACKUP_DAYS, keys: KEY_BACKUP_DAYS };

/** How long a draft can belong to a backup that still runs. */
const DRAFT_DAYS = 1;

/** `sociogenie-2026-11-23T2210Z.data`, or the draft of one: `.sociogenie-2026-11-23T2210Z.data.4711`. */
const NAME =
  /^(?:\.(?=.*\.\d+$))?sociogenie-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})Z\.(data|keys)(?<draft>\.\d+)?$/;

/** Where the files of a backup that begins now go. */
export interface BackupPaths {
  path(part: Part): string;
  draft(part: Part): string;
}

/** Whether a file made at that moment has passed the time that its part may be kept. */
export function isExpired(part: Part, madeAt: Date, now: Date): boolean {
  return now.getTime() - madeAt.getTime() > KEPT_DAYS[part] * DAY_MS;
}

/**
 * The names for a backup of this moment, in a folder that is made when it is not there.
 *
 * @throws BackupError when the folder cannot be used, or has a backup of this minute already.
 */
export function backupPaths(folder: string, at: Date): BackupPaths {
  const stamp = `${at.toISOString().slice(0, 16).replace(/:/, '')}Z`;
  const path = (part: Part): string => join(folder, `sociogenie-${stamp}.${part}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new BackupError(`${folder} cannot be used as a folder (${errorCode(error) ?? 'unknown reason'}).`);
  }
  for (const part of ['data', 'keys'] as const) {
    if (existsSync(path(part)))
      throw new BackupError(`${path(part)} is there already: try again in a minute.`);
  }
  return { path, draft: (part) => join(folder, `.sociogenie-${stamp}.${part}.${process.pid}`) };
}

/**
 * Removes what must not be kept any longer: data files after 35 days, key files after 7, and drafts that a killed backup
 * left. The age is read from the name. Key files are overwritten first. Answers the names.
 */
export function removeExpired(folder: string, now: Date): readonly string[] {
  const removed: string[] = [];
  for (const name of readdirSync(folder)) {
    const [, day, hour, minute, part] = NAME.exec(name) ?? [];
    if (part !== 'data' && part !== 'keys') continue;
    const age = now.getTime() - Date.parse(`${day}T${hour}:${minute}:00.000Z`);
    const days = name.startsWith('.') ? DRAFT_DAYS : KEPT_DAYS[part];
    if (!(age > days * DAY_MS)) continue;
    if (part === 'keys') destroyFile(join(folder, name));
    else rmSync(join(folder, name), { force: true });
    removed.push(name);
  }
  if (removed.length > 0) flushFolder(folder);
  return removed;
}
