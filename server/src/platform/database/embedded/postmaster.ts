import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openLogFile } from '../../log-file';
import type { PostgresBinaries } from './binaries';
import type { DatabaseFiles } from './data-folder';
import { explain } from './explain';
import { type Command, runAs } from './run-as';
import { postgresEnvironment, runToEnd } from './run-to-end';
import { type PostgresSettings, settingsAsArguments } from './settings';
import { stopProcess } from './stop-process';

/** A PostgreSQL process that was started, whether or not it answers yet. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason, with what it wrote to its log. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  /** Ends sessions, writes a checkpoint and resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the folder, in a process group of its own so that Ctrl-C does not reach it before us. */
export async function spawnPostmaster(
  files: DatabaseFiles,
  binaries: PostgresBinaries,
  settings: PostgresSettings,
): Promise<Postmaster> {
  const logFile = openLogFile(files.logFile);
  const command: Command = {
    program: binaries.postgres,
    args: ['-D', files.dataFolder, ...settingsAsArguments(settings)],
  };
  const { program, args } = runAs(files.dataFolder)(command);
  const child = spawn(program, args, {
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', logFile.fd, logFile.fd],
    windowsHide: true,
  });
  closeSync(logFile.fd);

  let over = false;
  const ended = new Promise<string>((resolve) => {
    const end = (problem: string): void => {
      over = true;
      void readFrom(files.logFile, logFile.start).then((said) => resolve(said + problem));
    };
    child.once('exit', () => end(''));
    child.once('error', (error) => end(String(error)));
  });
  const { pid } = child;
  if (pid === undefined) throw explain('Starting the database', await ended, files);
  // The process that started it waits for its own work, never for the database alone.
  child.unref();

  const stop = async (): Promise<void> => {
    if (over) return;
    if (process.platform === 'win32') {
      await runToEnd({ program: binaries.pgCtl, args: ['stop', '-D', files.dataFolder, '-m', 'fast', '-w'] });
      return;
    }
    await stopProcess(pid, () => !over);
  };
  return { pid, ended, hasEnded: () => over, stop };
}

async function readFrom(file: string, start: number): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return bytes.subarray(start).toString('utf8');
}
