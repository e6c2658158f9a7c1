import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { FileKeyRing } from '../../../server/src/platform/vault';
import { requestDeletion } from '../../stand/callbacks';
import { Integrator, Reading } from '../../stand/integrators';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { claimsOf, downloadReceipt } from '../../stand/receipt';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

// E16 and P5 of the security design: whoever read what is deleted is told, for three days at most.
jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;
let reading: Reading;
let acme: Integrator;
let bolt: Integrator;
let others: Record<string, string>;
/** Whether the erasure fails, as it does when a person has to look. */
let onFire: boolean;

beforeEach(async () => {
  onFire = false;
  reading = new Reading();
  stand = await Stand.open({
    overrides: {
      recipients: reading,
      erasers: (erasers) =>
        erasers.map((eraser) => ({
          ...eraser,
          erase: (subject, tx) =>
            onFire ? Promise.reject(new Error('the table is on fire')) : eraser.erase(subject, tx),
        })),
    },
  });
  pair = await givenPair(stand);
  [acme, bolt] = [await Integrator.open(), await Integrator.open()];
  others = await pair.others();
});
afterEach(async () => {
  await stand.close();
  await acme.close();
  await bolt.close();
});

const read = (by: Integrator, options = {}) => reading.add(by, rowIdOf(pair.connection), options);
const rows = (where = 'true') =>
  stand.app.dataSource.query(
    `select outcome, attempts, endpoint_sealed is null as emptied from deletion_recipient where ${where} order by outcome`,
  );
const keys = async (): Promise<number> =>
  (
    await stand.app.dataSource.query(
      "select count(*)::int as count from keystore.data_key where kind = 'recipient'",
    )
  )[0].count;
const jobs = async (): Promise<number> =>
  (
    await stand.app.dataSource.query(
      "select count(*)::int as count from graphile_worker.jobs where task_identifier in ('tell-recipient', 'issue-addendum')",
    )
  )[0].count;
const status = (code: string) => stand.visitor().deletionStatus(code);
const disconnect = async (): Promise<string> =>
  (await pair.ana.disconnect(pair.connection)).data.disconnectInstagram.deletionStatus.confirmationCode;
/** Lets time go by in steps, with the queue working. */
const pass = async (hours: number, step = 1) => {
  for (let passed = 0; passed < hours; passed += step) {
    stand.clock.advance({ hours: step });
    await stand.drain();
  }
};
const pageOf = async (code: string) =>
  (await stand.visitor().fetch(`/deletion-status/${code}`, { headers: { accept: 'text/html' } })).text();

it('tells each of them what to erase, in a message that it can check, when everything is erased', async () => {
  read(acme);
  read(bolt);
  const code = await disconnect();
  expect(await status(code)).toMatchObject({ recipients: { told: 0, total: 2 }, addendum: null });
  expect([acme.heard, bolt.heard]).toEqual([[], []]);
  expect(await keys()).toBe(2);
  await stand.drain();

  for (const integrator of [acme, bolt]) {
    expect(integrator.heard).toHaveLength(1);
    const [heard] = integrator.heard;
    if (heard === undefined) throw new Error('nothing was heard');
    expect(heard.body).toEqual({
      type: 'data.deleted',
      timestamp: '2026-11-23T18:00:00Z',
      data: { connectionIds: [pair.connection], accountDeleted: false },
    });
    expect(heard.headers['content-type']).toBe('application/json');
    expect(heard.headers['webhook-timestamp']).toBe(String(stand.clock.now().getTime() / 1000));
    expect(integrator.isSigned(heard)).toBe(true);
    const about = stand.sandbox.accounts().find(({ username }) => username === ANAS);
    for (const value of [...Object.values(about ?? {}).map(String), await pair.ana.accountId(), code])
      if (value.length > 4) expect(JSON.stringify(heard)).not.toContain(value);
  }
  expect(acme.heard[0]?.headers['webhook-id']).not.toBe(bolt.heard[0]?.headers['webhook-id']);
  expect(claimsOf((await downloadReceipt(stand, code)).receipt).recipients).toEqual({ told: 0, of: 2 });
  expect(await status(code)).toMatchObject({ state: 'COMPLETED', recipients: { told: 2, total: 2 } });
  expect((await pair.ana.deletionRequests())[0].recipients).toEqual({ told: 2, total: 2 });
  expect(await rows()).toEqual([
    { outcome: 'TOLD', attempts: 1, emptied: true },
    { outcome: 'TOLD', attempts: 1, emptied: true },
  ]);
  expect([await keys(), await jobs()]).toEqual([0, 0]);
  expect(await pair.others()).toEqual(others);
});

it('with nobody who read: no row, no addendum, and the page says so', async () => {
  reading.add(acme, rowIdOf(pair.neighbour));
  const code = await disconnect();
  await stand.drain();
  await pass(80, 20);
  await stand.run('find-untold-recipients', 'tidy');
  expect(acme.heard).toEqual([]);
  expect(await rows()).toEqual([]);
  expect(await status(code)).toMatchObject({ recipients: { told: 0, total: 0 }, addendum: null });
  expect(await downloadReceipt(stand, code)).not.toHaveProperty('addendum');
  expect(await pageOf(code)).toContain('No integrator had access to what this request deletes');
  expect(reading.asked).toEqual([{ connectionIds: [rowIdOf(pair.connection)], accountId: null }]);
});

it('tries again for three days, the same message each time, and then gives up and destroys what it took', async () => {
  bolt.answer = null;
  read(acme);
  read(bolt);
  const code = await disconnect();
  await stand.drain();
  expect(await status(code)).toMatchObject({ recipients: { told: 1, total: 2 }, addendum: null });
  await pass(71);
  expect(bolt.heard.length).toBeGreaterThan(8);
  expect(bolt.heard.length).toBeLessThan(20);
  expect(new Set(bolt.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(bolt.heard.map(({ text }) => text)).size).toBe(1);
  expect(bolt.heard.every((heard) => bolt.isSigned(heard))).toBe(true);
  expect(await keys()).toBe(1);
  expect(await status(code)).toMatchObject({ addendum: null });

  const attempts = bolt.heard.length;
  await pass(1);
  bolt.answer = 200;
  await pass(48, 12);
  expect(bolt.heard).toHaveLength(attempts);
  expect(acme.heard).toHaveLength(1);
  expect(await rows("outcome = 'UNREACHABLE'")).toEqual([
    { outcome: 'UNREACHABLE', attempts, emptied: true },
  ]);
  expect([await keys(), await jobs()]).toEqual([0, 0]);
  const done = await status(code);
  expect(done.recipients).toEqual({ told: 1, total: 2 });
  expect(claimsOf(done.addendum).recipients).toEqual({
    ...{ told: 1, refused: 0, unreachable: 1, not_known: 0, of: 2 },
  });
  expect(await pageOf(code)).toContain('The rest did not confirm it in time');
  expect(await pair.others()).toEqual(others);
});

it('takes errors and redirects for no confirmation, and a later 204 for one', async () => {
  const answers = [500, 302, 404, 429];
  const all = await Promise.all(answers.map(() => Integrator.open()));
  for (const [index, one] of all.entries()) {
    one.answer = answers[index] ?? null;
    read(one);
  }
  await disconnect();
  await stand.drain();
  expect(await rows()).toEqual(answers.map(() => ({ outcome: null, attempts: 1, emptied: false })));
  for (const one of all) one.answer = 204;
  stand.clock.advance({ seconds: 61 });
  await stand.drain();
  expect(all.map(({ heard }) => heard.length)).toEqual(answers.map(() => 2));
  expect(await rows()).toEqual(answers.map(() => ({ outcome: 'TOLD', attempts: 2, emptied: true })));
  for (const one of all) await one.close();
});

it('takes 410 for the last word, and counts whoever was revoked or named no place that is one', async () => {
  acme.answer = 410;
  read(acme);
  read(bolt, { revoked: true });
  const astray = await Integrator.open();
  read(astray, { url: 'nowhere' });
  const code = await disconnect();
  await stand.drain();
  expect([bolt.heard, astray.heard]).toEqual([[], []]);
  const { addendum, recipients } = await status(code);
  expect(recipients).toEqual({ told: 0, total: 3 });
  expect(claimsOf(addendum).recipients).toEqual({
    ...{ told: 0, refused: 1, unreachable: 2, not_known: 0, of: 3 },
  });
  await astray.close();
});

it('is no reason not to delete: where no key can be made nobody can be told, and the receipt counts them', async () => {
  read(acme);
  // A new day wants a new key of the ring, and the disk is full.
  stand.clock.advance({ days: 1 });
  await pair.ana.signIn();
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const create = jest.spyOn(FileKeyRing.prototype, 'create').mockRejectedValue(full);
  const code = await disconnect().finally(() => create.mockRestore());
  await stand.drain();
  expect(acme.heard).toEqual([]);
  expect(await status(code)).toMatchObject({ state: 'COMPLETED', recipients: { told: 0, total: 1 } });
});

describe('a source that fails', () => {
  it.each<[string, (tx: EntityManager) => Promise<never>]>([
    ['by itself', () => Promise.reject(new Error('nobody can say'))],
    ['in the database', (tx) => tx.query('select 1/0')],
  ])('%s is no reason not to delete: the receipt owns that somebody may not be told', async (_how, fail) => {
    read(acme);
    const asks = reading.whoRead;
    reading.whoRead = fail;
    const codes = [await disconnect()];
    reading.whoRead = asks;
    codes.push(await requestDeletion(stand, stand.sandbox.sign({ account: ANAS })));
    await stand.drain();
    expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).not.toHaveProperty([
      'public.instagram_connection',
    ]);
    for (const code of codes) {
      const done = await status(code);
      expect(done).toMatchObject({ state: 'COMPLETED', recipients: { told: 0, total: 1 } });
      expect(claimsOf(done.receipt).recipients).toEqual({ told: 0, of: 1 });
      expect(claimsOf(done.addendum).recipients).toMatchObject({ told: 0, not_known: 1, of: 1 });
    }
    expect([acme.heard, await keys()]).toEqual([[], 0]);
    const metrics = await (await stand.visitor().fetch('/metrics')).text();
    expect(metrics).toContain('sociogenie_operator_alerts_total{event="deletion.recipients-not-known"} 1');
    expect(await pair.others()).toEqual(others);
  });

  it('does not keep an account from being deleted', async () => {
    reading.whoRead = () => Promise.reject(new Error('nobody can say'));
    const code = (await pair.ana.deleteAccount()).data.deleteAccount.deletionStatus.confirmationCode;
    await stand.drain();
    expect(await status(code)).toMatchObject({ state: 'COMPLETED', recipients: { told: 0, total: 1 } });
  });
});

describe('deleting the account', () => {
  it('tells them after the account is gone, for three days at most, and leaves nothing behind', async () => {
    bolt.answer = null;
    read(acme);
    const account = rowIdOf(await pair.ana.accountId());
    reading.add(bolt, account);
    const code = (await pair.ana.deleteAccount()).data.deleteAccount.deletionStatus.confirmationCode;
    expect(reading.asked).toEqual([{ connectionIds: [rowIdOf(pair.connection)], accountId: account }]);
    await stand.drain();
    expect(await rowsWith(stand.app.dataSource, account)).toEqual({});
    expect(acme.heard[0]?.body.data).toEqual({ connectionIds: [pair.connection], accountDeleted: true });
    expect(bolt.heard[0]?.body.data).toEqual({ connectionIds: [], accountDeleted: true });
    expect(await keys()).toBe(1);

    await pass(73, 12);
    expect([await keys(), await jobs()]).toEqual([0, 0]);
    expect(await rows('endpoint_sealed is not null')).toEqual([]);
    expect((await status(code)).recipients).toEqual({ told: 1, total: 2 });
    expect(await pair.others()).toEqual(others);
  });

  it('is refused to whoever comes second, and tells nobody twice', async () => {
    read(acme);
    const answers = await Promise.all([pair.ana.deleteAccount(), pair.ana.deleteAccount()]);
    await stand.drain();
    expect(answers.filter(({ data }) => data.deleteAccount?.deletionStatus != null)).toHaveLength(1);
    expect(acme.heard).toHaveLength(1);
  });
});

describe('an erasure that needs attention', () => {
  it('keeps nobody from being told by the next day; the addendum waits for the receipt', async () => {
    onFire = true;
    bolt.answer = null;
    read(acme);
    read(bolt);
    const code = await disconnect();
    await stand.drain();
    expect(await status(code)).toMatchObject({ state: 'NEEDS_ATTENTION' });
    await pass(23, 23);
    expect(acme.heard).toEqual([]);
    await pass(1);
    expect(acme.heard).toHaveLength(1);
    expect(await status(code)).toMatchObject({ recipients: { told: 1, total: 2 } });

    await pass(50, 10);
    expect(await keys()).toBe(0);
    expect(await status(code)).toMatchObject({ state: 'NEEDS_ATTENTION', addendum: null, receipt: null });

    onFire = false;
    await stand.repeatFailed();
    const done = await status(code);
    expect(done).toMatchObject({ state: 'COMPLETED', recipients: { told: 1, total: 2 } });
    expect(claimsOf(done.receipt).recipients).toEqual({ told: 1, of: 2 });
    expect(claimsOf(done.addendum).recipients).toMatchObject({ told: 1, unreachable: 1, of: 2 });
  });
});

it('a request that joins counts the same recipients, and nobody is told twice', async () => {
  onFire = true;
  read(acme);
  const first = await disconnect();
  await stand.drain();
  const second = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
  expect((await status(second)).recipients).toEqual({ told: 0, total: 1 });
  onFire = false;
  await stand.repeatFailed();
  await stand.drain();
  expect(acme.heard).toHaveLength(1);
  for (const code of [first, second]) {
    const done = await status(code);
    expect(done).toMatchObject({ state: 'COMPLETED', recipients: { told: 1, total: 1 } });
    expect(claimsOf(done.addendum).recipients).toMatchObject({ told: 1, of: 1 });
  }
});

it('shows the addendum to nobody before it stands in the ledger', async () => {
  acme.answer = 503;
  read(acme);
  const code = await disconnect();
  await stand.drain();
  acme.answer = 200;
  const path = stand.config.ledgerPath;
  // What stands in its place is no folder: nothing can be written there, by root neither.
  renameSync(path, `${path}-away`);
  writeFileSync(path, '');
  stand.clock.advance({ seconds: 61 });
  await stand.drain();
  expect(await status(code)).toMatchObject({ recipients: { told: 1, total: 1 }, addendum: null });
  expect(await downloadReceipt(stand, code)).not.toHaveProperty('addendum');
  rmSync(path);
  renameSync(`${path}-away`, path);
  await stand.repeatFailed();
  expect((await downloadReceipt(stand, code)).addendum).toEqual(expect.any(String));
});

describe('when jobs are lost', () => {
  it('the finder begins anew, and issues what is owed', async () => {
    acme.answer = null;
    read(acme);
    const code = await disconnect();
    await stand.drain();
    await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
    acme.answer = 200;
    await stand.run('find-untold-recipients');
    expect(acme.heard).toHaveLength(2);
    const { addendum } = await status(code);
    expect(addendum).not.toBeNull();

    // Signed into the ledger, and cut off before it stood beside the receipt: the same one, not a second.
    await stand.app.dataSource.query('update receipt set addendum = null');
    await stand.run('find-untold-recipients');
    expect((await status(code)).addendum).toBe(addendum);
  });

  it('a key that is lost leaves it open whether one was told, and the addendum says so', async () => {
    acme.answer = null;
    read(acme);
    const code = await disconnect();
    await stand.drain();
    await stand.app.dataSource.query("delete from keystore.data_key where kind = 'recipient'");
    stand.clock.advance({ minutes: 2 });
    await stand.drain();
    expect(acme.heard).toHaveLength(1);
    expect(await rows()).toMatchObject([{ outcome: 'NOT_KNOWN', emptied: true }]);
    expect(claimsOf((await status(code)).addendum).recipients).toMatchObject({
      told: 0,
      not_known: 1,
      of: 1,
    });
  });

  it('retention empties what it took to tell them all the same', async () => {
    acme.answer = null;
    read(acme);
    await disconnect();
    await stand.drain();
    await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
    stand.clock.advance({ days: 3, seconds: 1 });
    await stand.app.jobs.perform('tidy', {});
    expect(await rows()).toEqual([{ outcome: null, attempts: 1, emptied: true }]);
    await stand.run('find-untold-recipients');
    expect(await rows()).toMatchObject([{ outcome: 'UNREACHABLE' }]);
    expect(await keys()).toBe(0);
  });
});
