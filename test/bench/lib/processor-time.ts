import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

interface Times {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ofEnded: number;
}

/** Seconds of processor time that a process has used; 0 where the system does not tell (Linux does). */
export function processorSeconds(pid: number): number {
  return (timesOf(pid)?.own ?? 0) / TICKS_PER_SECOND;
}

/** The same with all its children: those that run and those that have ended. PostgreSQL has one for each connection. */
export function familySeconds(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  const all = [timesOf(pid), ...children].map((times) => (times === null ? 0 : times.own + times.ofEnded));
  return all.reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** From `/proc/PID/stat` (proc_pid_stat(5): fields 4 and 14 to 17). Null when there is no such process. */
function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ofEnded: endedUser + endedSystem };
  } catch {
    return null;
  }
}
