import { openSync, renameSync, statSync } from 'node:fs';

const LIMIT_BYTES = 10 * 1024 * 1024;

/** A log file that is open for appending; the caller closes `fd`. `start` is where this opening's own lines begin. */
export interface LogFile {
  readonly fd: number;
  readonly start: number;
}

/** Opens a log for appending, readable by its owner only. One that has grown past 10 MB is moved aside, once. */
export function openLogFile(path: string): LogFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const full = size > LIMIT_BYTES;
  if (full) renameSync(path, `${path}.1`);
  return { fd: openSync(path, 'a', 0o600), start: full ? 0 : size };
}
