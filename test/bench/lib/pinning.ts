import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The core of what is measured, and the core of PostgreSQL and of whoever makes the load. */
export const MEASURED_CORE = 0;
export const LOAD_CORE = 1;

/** Whether processes can be bound to a core here: Linux with `taskset` and two cores. Elsewhere figures move more. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** Binds a running process, all its threads and its children to come to a core; does nothing where that cannot be. */
export function pin(pid: number, core: number): void {
  if (!canPin) return;
  const { status } = spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)]);
  if (status !== 0) throw new Error(`taskset could not bind process ${pid} to core ${core}`);
}

/** A command line that runs bound to a core. */
export function pinned(core: number, command: readonly string[]): readonly string[] {
  return canPin ? ['taskset', '-c', String(core), ...command] : command;
}
