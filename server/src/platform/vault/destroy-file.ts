import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fstatSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { errorCode } from '../error-code';

/**
 * Overwrites a file with random bytes, flushes them and removes its name. Not an error when it is gone already.
 *
 * This is as far as a program can go: a file system that writes to new places (copy on write, a journal of data, a flash
 * disk, a snapshot) may keep the old bytes. What they hold here is an epoch key wrapped by a master key.
 */
export function destroyFile(path: string): void {
  try {
    chmodSync(path, 0o600);
    const file = openSync(path, 'r+');
    try {
      writeSync(file, randomBytes(fstatSync(file).size), 0, undefined, 0);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Makes names that came or went in a folder survive a power cut. Where folders cannot be flushed (Windows), nothing. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
