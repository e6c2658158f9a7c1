import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURED_CORE, pinned } from './pinning.ts';

/** Where Debian puts the programs that only a server's administrator uses. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * The path of pgbench.
 *
 * @throws Error with what to install where it is missing.
 */
export function findPgbench(): string {
  const installed = spawnSync('ls', [DEBIAN]).status === 0 ? readdirSync(DEBIAN) : [];
  const candidates = ['pgbench', ...installed.map((version) => join(DEBIAN, version, 'bin', 'pgbench'))];
  const found = candidates.find((path) => spawnSync(path, ['--version']).status === 0);
  if (found !== undefined) return found;
  throw new Error(
    'pgbench is missing. It is in Debian’s package postgresql (15 or later); then run this again.',
  );
}

export interface PgbenchRun {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly script: string;
  readonly clients: number;
  readonly transactionsPerClient: number;
}

/** Runs a script in prepared mode on the measured core, in the server's place. Answers the seconds without connecting. */
export async function runPgbench(path: string, run: PgbenchRun): Promise<number> {
  const file = join(run.folder, 'bench.sql');
  writeFileSync(file, run.script);
  const url = new URL(run.databaseUrl);
  const command = [
    ...[path, '--no-vacuum', '--protocol=prepared', `--file=${file}`, `--client=${run.clients}`],
    ...[`--transactions=${run.transactionsPerClient}`, `--define=each=${run.transactionsPerClient}`],
    ...['--define=n=-1', '-h', url.hostname, '-p', url.port, '-U', url.username, url.pathname.slice(1)],
  ];
  const [program = '', ...args] = pinned(MEASURED_CORE, command);
  const child = spawn(program, args, { env: { ...process.env, PGPASSWORD: url.password } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  await new Promise((resolve) => child.once('close', resolve));
  const perSecond = Number(/^tps = ([\d.]+) \(without initial/m.exec(printed)?.[1]);
  const done = Number(/^number of transactions actually processed: (\d+)/m.exec(printed)?.[1]);
  const asked = run.clients * run.transactionsPerClient;
  if (!(perSecond > 0) || done !== asked) throw new Error(`pgbench failed:\n${printed}\n${run.script}`);
  return done / perSecond;
}
