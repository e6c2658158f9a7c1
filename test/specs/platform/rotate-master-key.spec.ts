import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { ANAS, BEAS } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { buildServer, refusedServer, sociogenie } from '../../stand/process/sociogenie';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

const [mk1, mk2] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
let database: SpecDatabase;
let dataDir: string;
let stand: Stand;

const keysFile = () => join(dataDir, 'master-keys.json');
const configure = (active: string, keys: Record<string, string>) =>
  writeFileSync(keysFile(), JSON.stringify({ active, keys }));
const open = (now?: Date) =>
  Stand.open({
    ...(now && { now }),
    on: { dataDir, databaseUrl: database.url },
    env: { MASTER_KEYS_FILE: keysFile() },
  });
const usernames = async (person: Person) => (await person.connections()).map(({ username }) => username);
const signedInAgain = async (person: Person) => {
  const again = person.at(stand);
  await again.signIn();
  return again;
};

beforeAll(buildServer);
beforeAll(async () => {
  database = await createSpecDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-rotation-'));
  configure('mk1', { mk1 });
  stand = await open();
});
afterAll(async () => {
  await stand.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('a master key is rotated while people connect and read, and the old one is needed by nothing afterwards', async () => {
  const ana = await stand.givenAccount('ana@example.com');
  await ana.givenConnection(ANAS);
  const before = await sociogenie(stand.env, 'keys', 'status');
  expect(before).toMatchObject({
    code: 0,
    output: expect.stringMatching(/mk1 +active; wraps 1 epoch keys and 4 service keys/),
  });

  // Bea connects, leaves and comes back the whole time, and Ana reads.
  const bea = await stand.givenAccount('bea@example.com');
  let over = false;
  let turns = 0;
  const traffic = (async () => {
    for (; !over; turns += 1) {
      await bea.disconnect(await bea.givenConnection(BEAS));
      expect(await usernames(ana)).toEqual([ANAS]);
      // Each turn is a day of its own, so that epochs are made under way.
      stand.clock.advance({ hours: 23 });
      await ana.signIn();
      await bea.signIn();
    }
  })();
  configure('mk2', { mk1, mk2 });
  const rotating = sociogenie(stand.env, 'keys', 'rotate').finally(() => {
    over = true;
  });
  const [rotated] = await Promise.all([rotating, traffic]);
  expect(rotated.output).toContain('"mk1" wraps nothing any more: take it out of MASTER_KEYS_FILE.');
  expect(rotated.code).toBe(0);
  expect(turns).toBeGreaterThan(0);

  const again = await sociogenie(stand.env, 'keys', 'rotate');
  expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/^0 keys were wrapped/) });
  for (const name of readdirSync(stand.config.keyRingDir)) {
    expect(readFileSync(join(stand.config.keyRingDir, name), 'utf8')).toContain('v1.mk2.');
  }
  const tombstones = join(stand.config.ledgerPath, 'keys');
  expect(readdirSync(tombstones).length).toBeGreaterThan(0);
  for (const name of readdirSync(tombstones)) {
    expect(readFileSync(join(tombstones, name), 'utf8')).toContain('v1.mk2.');
  }

  await stand.close();
  configure('mk2', { mk2 });
  stand = await open(stand.clock.now());
  expect(await usernames(await signedInAgain(ana))).toEqual([ANAS]);
  await (await signedInAgain(bea)).givenConnection(BEAS);
  expect((await sociogenie(stand.env, 'keys', 'status')).output).not.toContain('mk1');
});

it('the job of the timetable ends epochs, under the key of the day', async () => {
  const person = await stand.givenAccount();
  const connection = await person.givenConnection('atelier_mare');
  stand.clock.advance({ days: 60 });
  await stand.run('retire-epochs');
  const days = readdirSync(stand.config.keyRingDir).map((name) => name.slice(0, 9));
  expect(days).toEqual([`e${stand.clock.now().toISOString().slice(0, 10).replaceAll('-', '')}`]);
  await person.signIn();
  expect((await person.connections()).map(({ id }) => id)).toEqual([connection]);
});

it('a server that runs with the old key alone follows when the file changes', async () => {
  const cloe = await stand.givenAccount('cloe@example.com');
  configure('mk3', { mk2, mk3: mk1 });
  await sociogenie(stand.env, 'keys', 'rotate');
  // Nothing of the ring is in memory any more, as in a process that has just begun.
  stand.clock.advance({ days: 90 });
  const ring = join(stand.config.keyRingDir);
  const before = new Set(readdirSync(ring));
  const dora = await stand.givenAccount('dora@example.com');
  expect(await usernames(dora)).toEqual([]);
  const [made] = readdirSync(ring).filter((name) => !before.has(name));
  expect(readFileSync(join(ring, made ?? ''), 'utf8')).toContain('v1.mk3.');
  expect((await cloe.signIn()).userErrors).toEqual([]);
});

it('a start without a key that is still needed stops, and status names the key', async () => {
  configure('mk2', { mk2 });
  expect(await refusedServer(stand.env)).toEqual({
    code: 1,
    output: 'master key "mk3" is not configured: add it to MASTER_KEYS_FILE or MASTER_KEYS\n',
  });
  const status = await sociogenie(stand.env, 'keys', 'status');
  expect(status).toMatchObject({
    code: 1,
    output: expect.stringMatching(/mk3 +MISSING; wraps \d+ epoch keys/),
  });
  const rotation = await sociogenie(stand.env, 'keys', 'rotate');
  expect(rotation).toMatchObject({
    code: 1,
    output: expect.stringContaining('master key "mk3" is not configured'),
  });
});

it('keys from the environment are rotated only when every process has been restarted', async () => {
  const env = {
    ...stand.env,
    MASTER_KEYS_FILE: undefined,
    MASTER_KEYS: JSON.stringify({ active: 'mk4', keys: { mk2, mk3: mk1, mk4: mk2 } }),
  };
  const refused = await sociogenie(env, 'keys', 'rotate');
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--restarted') });
  const done = await sociogenie(env, 'keys', 'rotate', '--restarted');
  expect(done).toMatchObject({ code: 0, output: expect.stringContaining('"mk3" wraps nothing any more') });
});
