import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { requestDeletion } from '../../stand/callbacks';
import { instagramId, operate } from '../../stand/operator';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { consent, type Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  stand.clock.advance({ minutes: 10 });
});
afterEach(() => stand.close());

interface Tombstone {
  readonly epoch: string;
  readonly mac: Buffer;
  readonly not_before: Date;
  readonly expires_at: Date;
}
const tombstones = (): Promise<Tombstone[]> =>
  stand.app.dataSource.query('select * from tombstone order by mac');
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
/** Goes to Instagram and agrees there; the browser has not come back yet. */
const atInstagram = async (person: Person, username: string) =>
  consent(await person.startConnect(), username);

const ENDINGS: Readonly<Record<string, () => Promise<unknown>>> = {
  'a disconnect': () => pair.ana.disconnect(pair.connection),
  'a data-deletion callback': () =>
    requestDeletion(stand, stand.sandbox.sign({ account: ANAS, issuedAt: seconds(stand.clock.now()) })),
  'a deletion by the operator': () =>
    operate(
      stand,
      ...['deletions', 'request', '--connection', pair.connection],
      ...['--operator', 'Rita', '--reason', 'asked by letter', '--apply'],
    ),
};

describe.each(Object.entries(ENDINGS))('after %s', (name, end) => {
  it('a connect that began before it and comes back after it is refused, and a new one is a new connection', async () => {
    const back = await atInstagram(pair.ana, ANAS);
    stand.clock.advance({ seconds: 20 });
    const before = await pair.others();
    await end();
    await stand.drain();
    stand.clock.advance({ seconds: 20 });
    // Where Instagram withdrew our access, it already refuses the code; else we refuse.
    const refusedBy = name === 'a data-deletion callback' ? 'ended' : 'failed';
    expect((await pair.ana.comeBack(back)).outcome).toBe(refusedBy);
    expect(await pair.ana.connections()).toEqual([]);
    expect(await pair.others()).toEqual(before);

    const again = await pair.ana.connect(ANAS);
    expect(again.outcome).toBe('connected');
    expect(again.connectionId).not.toBe(pair.connection);
  });

  it('a connect of somebody else that began before it is finished', async () => {
    const cleo = await stand.givenAccount();
    const back = await atInstagram(cleo, 'atelier_mare');
    stand.clock.advance({ seconds: 20 });
    await end();
    expect((await cleo.comeBack(back)).outcome).toBe('connected');
  });

  it('remembers digests that nobody can make without the key, in one month’s key and to its end', async () => {
    const known = await stand.app.dataSource.query(
      `select id::text, exchange_user_index, app_scoped_index, professional_index from instagram_connection`,
    );
    await end();
    const rows = await tombstones();
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const guesses = known.flatMap((row: Record<string, Buffer | string>) => [
      ...Object.values(row),
      ...Object.values(row).map((value) => createHash('sha256').update(value).digest()),
    ]);
    for (const { mac, epoch, expires_at } of rows) {
      expect(mac).toHaveLength(32);
      expect(guesses).not.toContainEqual(mac);
      expect(epoch).toMatch(/^2026-11-[0-9a-f]{8}$/);
      expect(expires_at.toISOString()).toBe('2027-01-10T00:00:00.000Z');
    }
  });
});

it('a grant that was stored first is deleted by what comes after it', async () => {
  const back = await atInstagram(pair.ana, ANAS);
  stand.clock.advance({ seconds: 20 });
  expect((await pair.ana.comeBack(back)).outcome).toBe('connected');
  await ENDINGS['a data-deletion callback']?.();
  await stand.drain();
  expect(await pair.ana.connections()).toEqual([]);
});

it('a connect that began clearly after a late callback was written is finished', async () => {
  await pair.ana.disconnect(pair.connection);
  await stand.drain();
  stand.clock.advance({ hours: 1 });
  const back = await atInstagram(pair.ana, ANAS);
  stand.clock.advance({ seconds: 20 });
  const issuedAt = seconds(stand.clock.now()) - 400;
  await requestDeletion(stand, stand.sandbox.sign({ account: ANAS, issuedAt }));
  expect((await pair.ana.comeBack(back)).outcome).toBe('connected');
});

it('remembers the id of a callback of which nothing is held', async () => {
  await pair.ana.disconnect(pair.connection);
  await stand.drain();
  const cleo = await stand.givenAccount();
  const back = await atInstagram(cleo, 'atelier_mare');
  stand.clock.advance({ seconds: 20 });
  await requestDeletion(stand, stand.sandbox.sign({ account: 'atelier_mare', userId: 'app_scoped' }));
  stand.clock.advance({ seconds: 20 });
  expect((await cleo.comeBack(back)).outcome).toBe('ended');
  expect(await cleo.connections()).toEqual([]);
});

describe('the key of a month', () => {
  const folder = () => join(stand.config.ledgerPath, 'keys');

  it('is a file of its own, made a month ahead, readable by its owner alone and wrapped by the master key', async () => {
    await pair.ana.disconnect(pair.connection);
    expect(readdirSync(folder())).toEqual(['2026-11.json']);
    await stand.run('tidy');
    expect(readdirSync(folder())).toEqual(['2026-11.json', '2026-12.json']);
    for (const name of readdirSync(folder())) expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o400);
  });

  it('is destroyed with its tombstones when no backup from before is left, and not a day before', async () => {
    await pair.ana.disconnect(pair.connection);
    await stand.drain();
    stand.clock.set(new Date('2026-12-05T10:00:00.000Z'));
    await pair.bea.signIn();
    await pair.bea.disconnect(pair.neighbour);
    await stand.drain();
    const both = (await tombstones()).length;
    stand.clock.set(new Date('2027-01-10T00:00:00.000Z'));
    await stand.run('tidy');
    expect(readdirSync(folder())).toEqual(['2026-12.json', '2027-01.json', '2027-02.json']);
    stand.clock.advance({ seconds: 1 });
    await stand.run('tidy');
    const left = await tombstones();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(both);
    expect(left.every(({ epoch }) => epoch.startsWith('2026-12'))).toBe(true);
    expect(readdirSync(stand.config.ledgerPath).sort()).toEqual([
      'forgotten.json',
      'keys',
      'ledger-2026-12.jsonl',
    ]);
  });

  it('is there to the end of its last day', async () => {
    await pair.ana.disconnect(pair.connection);
    stand.clock.set(new Date('2027-01-09T23:59:59.999Z'));
    await stand.run('tidy');
    expect(readdirSync(folder())).toEqual(['2026-11.json', '2027-01.json', '2027-02.json']);
    expect((await tombstones()).length).toBeGreaterThan(0);
  });
});

it('the other’s id is another tombstone', async () => {
  await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
  const first = await tombstones();
  expect(instagramId(stand, ANAS, 'professional')).not.toBe(instagramId(stand, BEAS, 'professional'));
  await requestDeletion(stand, stand.sandbox.sign({ account: BEAS }));
  expect((await tombstones()).length).toBe(2 * first.length);
});
