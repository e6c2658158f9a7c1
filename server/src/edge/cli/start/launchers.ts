import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { processStart } from './process-identity';

/** A process above us, named for good. */
interface Launcher {
  readonly pid: number;
  readonly start: string | null;
  readonly kind: 'package manager' | 'shell';
}

const PACKAGE_MANAGER = /^(npm|npx|pnpm|pnpx|yarn|corepack)(-cli)?(\.[cm]?js)?$/;
const SHELL = /^(sh|dash|bash|ash|zsh)$/;

/**
 * A question to ask now and then: are the package managers that started us, and the shells between them, still there?
 * They do not always pass on the signal that ends them, and none can when it is killed.
 */
export function watchLaunchers(): () => boolean {
  const parent = process.ppid;
  const launchers = process.platform === 'linux' ? launchersAbove(parent) : [];
  return () => process.ppid === parent && launchers.every(({ pid, start }) => processStart(pid) === start);
}

/** `npx pnpm start` is a chain: npm, a shell, pnpm, a shell, we. The shell that a person typed it into is no part of it. */
function launchersAbove(parent: number): Launcher[] {
  const chain: Launcher[] = [];
  for (let pid = parent; ; ) {
    const kind = kindOf(read(`/proc/${pid}/cmdline`));
    if (kind === null) break;
    chain.push({ pid, start: processStart(pid), kind });
    pid = Number(/^PPid:\s*(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  }
  return chain.slice(0, chain.findLastIndex(({ kind }) => kind === 'package manager') + 1);
}

/** What a command line, its words ended by NUL, is to us; package managers in Node may show a title instead of it. */
export function kindOf(commandLine: string): Launcher['kind'] | null {
  const [program = '', script = ''] = commandLine.split('\0');
  const name = basename(program.split(' ')[0] ?? '');
  if (PACKAGE_MANAGER.test(name)) return 'package manager';
  if (name === 'node' && PACKAGE_MANAGER.test(basename(script))) return 'package manager';
  return SHELL.test(name) ? 'shell' : null;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
