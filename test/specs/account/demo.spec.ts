import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { Stand } from '../../stand/stand';

const DEMO = 'demo@sociogenie.example';
const VIEWER = '{ viewer { email } }';

let database: SpecDatabase;
let dataDir: string;
let stand: Stand | null = null;
beforeAll(async () => {
  database = await createSpecDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-demo-'));
});
afterEach(async () => {
  await stand?.close();
  stand = null;
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts on the same data as before, with or without the sandbox. */
async function start(sandbox: 'with the sandbox' | 'without it'): Promise<Stand> {
  await stand?.close();
  const env = sandbox === 'without it' ? { SANDBOX_URL: null } : {};
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, env });
  return stand;
}

it('the demo account is open only while this start runs the sandbox', async () => {
  const playing = await start('with the sandbox');
  const demo = await playing.givenAccount(DEMO);
  const ana = await playing.givenAccount('ana@example.com');
  expect((await demo.execute(VIEWER)).data.viewer).toEqual({ email: DEMO });

  // Without the sandbox its sessions are ended, and its login is a wrong password's.
  const serious = await start('without it');
  const [demoThere, anaThere] = [demo.at(serious), ana.at(serious)];
  expect((await demoThere.execute(VIEWER)).data.viewer).toBeNull();
  expect((await anaThere.execute(VIEWER)).data.viewer).toEqual({ email: 'ana@example.com' });
  const refused = await demoThere.signIn();
  expect(refused).toEqual(await anaThere.signIn('not my password'));
  expect(refused.account).toBeNull();
  demoThere.email = ' Demo@SocioGenie.example ';
  expect((await demoThere.signIn()).account).toBeNull();

  // Nor can somebody else take the address.
  const taker = await serious.visitor().signUp({ email: DEMO, password: 'another password' });
  expect(taker).toMatchObject({ account: null, userErrors: [{ __typename: 'EmailTaken' }] });

  const again = demo.at(await start('with the sandbox'));
  expect((await again.execute(VIEWER)).data.viewer).toBeNull();
  expect((await again.signIn()).account).toMatchObject({ email: DEMO });
});

it('without the sandbox nobody can open it first', async () => {
  await database.drop();
  database = await createSpecDatabase();
  const serious = await start('without it');
  const taker = await serious.visitor().signUp({ email: DEMO });
  expect(taker).toMatchObject({ account: null, userErrors: [{ __typename: 'EmailTaken' }] });
});
