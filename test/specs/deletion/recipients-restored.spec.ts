import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, type Overrides } from '../../../server/src/app';
import { readConfig } from '../../../server/src/platform/config/read-config';
import { silentLog } from '../../../server/src/platform/log';
import { copyOf, createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { Integrator, Reading } from '../../stand/integrators';
import { givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { claimsOf, downloadReceipt } from '../../stand/receipt';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let live: SpecDatabase;
let backup: SpecDatabase;
let dataDir: string;
let stand: Stand;
let pair: Pair;
let reading: Reading;
let acme: Integrator;

const start = async (database: SpecDatabase, overrides: Omit<Overrides, 'clock'>, now?: Date) => {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, overrides, ...(now && { now }) });
};
/** The operator's command, on the restored database, and the next start. */
async function replay(overrides: Omit<Overrides, 'clock'>): Promise<string> {
  await stand.close();
  const { config, secrets } = readConfig({ ...stand.env, DATABASE_URL: backup.url }, dataDir);
  const { clock } = stand;
  const app = await buildApp(config, secrets, { log: silentLog, ...overrides, clock, replaying: true });
  const said: string[] = [];
  await app.operator.replay(false, (text) => said.push(text)).finally(() => app.close());
  await start(backup, overrides, clock.now());
  await stand.run('find-untold-recipients');
  return said.join('\n');
}
const again = async (person: Person): Promise<Person> => {
  const same = person.at(stand);
  await same.signIn();
  return same;
};
const open = () =>
  stand.app.dataSource.query(
    'select 1 from deletion_recipient where settled_at is null or endpoint_sealed is not null',
  );

// A backup of a connection that somebody read; what is deleted comes after it.
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-restored-'));
  live = await createSpecDatabase();
  reading = new Reading();
  acme = await Integrator.open();
  await start(live, { recipients: reading });
  pair = await givenPair(stand, { analytics: false });
  reading.add(acme, rowIdOf(pair.connection));
  await stand.close();
  backup = await copyOf(live);
  await start(live, { recipients: reading }, stand.clock.now());
  stand.clock.advance({ hours: 1 });
});
afterEach(async () => {
  await stand.close();
  await acme.close();
  await live.drop();
  await backup.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function deleted(): Promise<string> {
  const answer = await (await again(pair.ana)).disconnect(pair.connection);
  await stand.drain();
  return answer.data.disconnectInstagram.deletionStatus.confirmationCode;
}

it('an addendum comes back as it was, and nobody is told again', async () => {
  const code = await deleted();
  const document = await downloadReceipt(stand, code);
  expect(document.addendum).toEqual(expect.any(String));
  const said = await replay({ recipients: reading });
  expect(said).toContain('an addendum');
  expect(acme.heard).toHaveLength(1);
  expect(await downloadReceipt(stand, code)).toEqual(document);
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ recipients: { told: 1, total: 1 } });
  expect(await open()).toEqual([]);
});

it('who was not settled is told again, with the same id, and the operator hears of it', async () => {
  acme.answer = null;
  const code = await deleted();
  expect(acme.heard).toHaveLength(1);
  acme.answer = 200;
  expect(await replay({ recipients: reading })).toContain('1 integrators had to be told of it.');
  expect(acme.heard).toHaveLength(2);
  const [first, second] = acme.heard;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.text).toBe(first?.text);
  const { addendum } = await stand.visitor().deletionStatus(code);
  expect(claimsOf(addendum).recipients).toMatchObject({ told: 1, of: 1 });
  expect(await open()).toEqual([]);
});

it('whom the restored database does not know any more is counted as not known', async () => {
  acme.answer = null;
  const code = await deleted();
  await replay({});
  expect(acme.heard).toHaveLength(1);
  const { addendum, recipients } = await stand.visitor().deletionStatus(code);
  expect(recipients).toEqual({ told: 0, total: 1 });
  expect(claimsOf(addendum)).toMatchObject({
    recipients: { told: 0, not_known: 1, of: 1 },
    settled_at: null,
  });
});
