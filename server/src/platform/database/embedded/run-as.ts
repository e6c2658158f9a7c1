import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedDatabaseError } from './embedded-database-error';

/** A program and its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

const DAC_CAPABILITIES = [
  { bit: 1n, name: 'dac_override' },
  { bit: 2n, name: 'dac_read_search' },
];

/**
 * How PostgreSQL's programs are run: a function that wraps their command line.
 *
 * PostgreSQL refuses to run as root. For root they run as the owner of `dataFolder`, or as `nobody` while there is none,
 * and keep the one capability that lets them pass folders that only root may enter. On Linux PostgreSQL is also told to
 * stop (fast, SIGINT) when the process that started it dies.
 *
 * @throws EmbeddedDatabaseError when we are root and `setpriv` is missing or not allowed.
 */
export function runAs(dataFolder: string): (command: Command) => Command {
  const root = process.getuid?.() === 0;
  if (!root) return setprivWorks(STOP_WITH_PARENT) ? (command) => setpriv(STOP_WITH_PARENT, command) : same;

  const identity = [...identityOptions(dataFolder), ...STOP_WITH_PARENT];
  const options = [[KEEP_FOR_ACCESS, ...identity], identity].find(setprivWorks);
  if (options === undefined) {
    throw new EmbeddedDatabaseError(
      'PostgreSQL refuses to run as root, and handing it to another user needs the program setpriv (package ' +
        'util-linux), which is missing or not allowed here. Start as an ordinary user, or set DATABASE_URL to a ' +
        'PostgreSQL of your own.',
    );
  }
  return (command) => setpriv(options, command);
}

/** access(2) forgets capabilities of users other than root without it, and initdb looks for its programs that way. */
const KEEP_FOR_ACCESS = '--securebits=+no_setuid_fixup';

const STOP_WITH_PARENT = ['--pdeathsig=INT'];

const same = (command: Command): Command => command;

function setpriv(options: readonly string[], command: Command): Command {
  return {
    program: 'setpriv',
    args: [...options, '--', command.program, ...command.args],
  };
}

function setprivWorks(options: readonly string[]): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('setpriv', [...options, '--', 'true'], { stdio: 'ignore' }).status === 0;
}

function identityOptions(dataFolder: string): string[] {
  const { uid, gid } = ownerOf(dataFolder) ?? nobody();
  const capabilities = heldCapabilities().map((name) => `,+${name}`);
  const set = `-all${capabilities.join('')}`;
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${set}`,
    `--ambient-caps=${set}`,
    `--bounding-set=${set}`,
  ];
}

/** Containers take capabilities away from root; asking for one that is gone fails. */
function heldCapabilities(): string[] {
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(readText('/proc/self/status'))?.[1] ?? '0'}`);
  return DAC_CAPABILITIES.filter(({ bit }) => (held >> bit) & 1n).map(({ name }) => name);
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

function nobody(): { uid: number; gid: number } {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readText('/etc/passwd'));
  return entry === null ? { uid: 65534, gid: 65534 } : { uid: Number(entry[1]), gid: Number(entry[2]) };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
