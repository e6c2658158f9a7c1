import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestDeletion } from '../../stand/callbacks';
import { copyOf, createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { operate } from '../../stand/operator';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let databases: SpecDatabase[];
let dataDir: string;
let stand: Stand;
let running = false;

const ledger = () => join(dataDir, 'ledger');
const start = async (database: SpecDatabase, now?: Date) => {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, ...(now && { now }) });
  running = true;
};
const given = async (database: Promise<SpecDatabase>) => {
  const made = await database;
  databases.push(made);
  return made;
};
/** A request about somebody we do not know. */
const request = () => requestDeletion(stand, stand.sandbox.sign({ account: 'studio_nord' }));
const stateOf = async (code: string) => (await stand.visitor().deletionStatus(code)).state;
const linesOf = (month: string) =>
  readFileSync(join(ledger(), `ledger-${month}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n').length;

const stop = async () => {
  running = false;
  await stand.close();
};

beforeEach(async () => {
  databases = [];
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-ledger-away-'));
  await start(await given(createSpecDatabase()));
});
afterEach(async () => {
  if (running) await stop();
  for (const database of databases) await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([0, 20])(
  'a request is taken in while LEDGER_PATH cannot be used, %i days on, and completed after',
  async (days) => {
    await request();
    await stand.drain();
    await stand.run('tidy');
    // What stands in its place is no folder: nothing can be read or written there, by root neither.
    renameSync(ledger(), `${ledger()}-away`);
    writeFileSync(ledger(), '');
    stand.clock.advance({ days, minutes: 1 });
    const code = await request();
    await stand.drain().catch(() => {});
    expect(await stateOf(code)).toBe('NEEDS_ATTENTION');

    rmSync(ledger());
    renameSync(`${ledger()}-away`, ledger());
    // The pause before the next run is PostgreSQL's own time; the operator does not wait for it.
    await operate(stand, 'deletions', 'retry');
    await stand.drain();
    expect(await stateOf(code)).toBe('COMPLETED');
    expect(days === 0 ? linesOf('2026-11') : linesOf('2026-11') + linesOf('2026-12')).toBe(4);
  },
);

it.each(['that are forgotten', 'whose time is over'])(
  'a backup is refused that does not know lines %s, also when nothing was deleted since',
  async (how) => {
    const live = databases[0];
    if (live === undefined) throw new Error('there is no database');
    await stop();
    const backup = await given(copyOf(live));
    await start(live, stand.clock.now());
    await request();
    await stand.drain();
    stand.clock.advance({ days: 100 });
    if (how.endsWith('forgotten')) await stand.run('tidy');
    expect(readdirSync(ledger()).some((name) => name.endsWith('.jsonl'))).toBe(!how.endsWith('forgotten'));
    const now = stand.clock.now();
    await stop();

    await expect(start(backup, now)).rejects.toThrow(/older than the deletion ledger/);
    await start(live, now);
    const code = await request();
    await stand.drain();
    expect(await stateOf(code)).toBe('COMPLETED');
  },
);

it('another installation’s ledger is refused and left as it is', async () => {
  await request();
  await stand.drain();
  await stop();
  const before = readFileSync(join(ledger(), 'ledger-2026-11.jsonl'), 'utf8');
  renameSync(ledger(), `${ledger()}-of-another`);

  const own = await given(createSpecDatabase());
  await start(own, stand.clock.now());
  for (const _ of [1, 2, 3]) {
    stand.clock.advance({ minutes: 1 });
    await request();
  }
  await stand.drain();
  await stop();
  rmSync(ledger(), { recursive: true });
  renameSync(`${ledger()}-of-another`, ledger());
  await expect(start(own, stand.clock.now())).rejects.toThrow(/not in order/);
  expect(readFileSync(join(ledger(), 'ledger-2026-11.jsonl'), 'utf8')).toBe(before);
});
