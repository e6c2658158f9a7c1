import { spawn } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { openLogFile } from '../../../platform/log-file';

/** A program to run, and what it is called when we speak of it. */
export interface ChildProgram {
  /** As in "The server stopped". */
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly logFile: string;
  /** Whether its standard output is for us to read; otherwise it goes to the log. */
  readonly readsOutput?: boolean;
}

/** A running Node process of ours. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly output: Readable | null;
  /** Resolves when it has ended, with how: "with exit code 1", "by SIGKILL". */
  readonly ended: Promise<string>;
  /** SIGTERM, and SIGKILL when that has not ended it within the time; resolves when it is gone. */
  stop(graceMs: number): Promise<void>;
  /** The end of what it wrote to its log since it was started. */
  lastWords(): string;
}

const LAST_WORDS_LINES = 12;

/**
 * Starts a Node process in a group of its own, so that Ctrl-C reaches only us and we stop everything in order. Its
 * standard input is a pipe from us that closes when we die, however we die: that is its sign to end.
 */
export function startChild(program: ChildProgram): Child {
  const log = openLogFile(program.logFile);
  const child = spawn(process.execPath, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', program.readsOutput === true ? 'pipe' : log.fd, log.fd],
  });
  closeSync(log.fd);
  child.stdin?.on('error', () => {});

  let over = false;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      over = true;
      resolve(how);
    };
    child.once('exit', (code, signal) => end(signal === null ? `with exit code ${code}` : `by ${signal}`));
    child.once('error', (error) => end(`before it began (${error.message})`));
  });

  const stop = async (graceMs: number): Promise<void> => {
    if (over) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  const lastWords = (): string => {
    const lines = readFileSync(program.logFile).subarray(log.start).toString('utf8').trim().split('\n');
    return lines.slice(-LAST_WORDS_LINES).join('\n');
  };
  return { name: program.name, pid: child.pid ?? 0, output: child.stdout, ended, stop, lastWords };
}
