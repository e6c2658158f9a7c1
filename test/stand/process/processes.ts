import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Of its process group: Ctrl-C in a terminal reaches a whole group. */
  readonly group: number;
  readonly command: string;
}

/** The processes below `pid`, children's children included. */
export function descendantsOf(pid: number): RunningProcess[] {
  const all = runningProcesses();
  const below = (parent: number): RunningProcess[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Ends those of the processes that still run, by force. */
export function killAll(processes: readonly RunningProcess[]): void {
  const known = new Map(processes.map(({ pid, command }) => [pid, command]));
  for (const { pid, command } of runningProcesses()) {
    if (known.get(pid) === command) process.kill(pid, 'SIGKILL');
  }
}

/** Waits until none of the processes runs any more. */
export async function untilGone(
  processes: readonly { readonly pid: number }[],
  withinMs: number,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const left = runningProcesses().filter(({ pid }) => processes.some((one) => one.pid === pid));
    if (left.length === 0) return;
    if (performance.now() > deadline) {
      throw new Error(`still running: ${left.map(({ pid, command }) => `${pid} ${command}`).join(', ')}`);
    }
    await sleep(50);
  }
}

function runningProcesses(): RunningProcess[] {
  if (process.platform === 'linux') return readdirSync('/proc').filter(isNumber).flatMap(readProcess);
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, group, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
  });
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

function readProcess(pid: string): RunningProcess[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
  } catch {
    return [];
  }
}
