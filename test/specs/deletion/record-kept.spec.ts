import { category, givenPair, type Pair } from '../../stand/pair';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const DAY_MS = 24 * 3_600_000;
let stand: Stand;

beforeEach(async () => {
  stand = await Stand.open();
});
afterEach(() => stand.close());

const count = async (table: string, where = 'true'): Promise<number> => {
  const { dataSource } = stand.app;
  const [row] = await dataSource.query(`select count(*)::int as count from ${table} where ${where}`);
  return row.count;
};

describe('the record of a deletion', () => {
  let pair: Pair;
  let code: string;
  const seen = () => stand.visitor().deletionStatus(code);
  const line = async () =>
    (await seen()).categories.find(({ name }: { name: string }) => name === 'DELETION_RECORD');

  beforeEach(async () => {
    pair = await givenPair(stand);
    const [sent] = await stand.sandbox.sendCallback('deletion', { account: 'studio_nord' });
    code = JSON.parse(sent?.body ?? '{}').confirmation_code;
  });

  it('says until when it is kept, everywhere, and from when it is completed on', async () => {
    expect((await line()).keptUntil).toBeNull();
    await stand.drain();
    const until = new Date(stand.clock.now().getTime() + 730 * DAY_MS);
    expect((await line()).keptUntil).toBe(until.toISOString());
    const page = await (
      await stand.visitor().fetch(`/deletion-status/${code}`, { headers: { accept: 'text/html' } })
    ).text();
    expect(page).toMatch(/Record of this deletion[\s\S]*until[\s\S]*22 Nov 2028/);
    const [own] = await pair.ana.deletionRequests();
    expect(own.categories.at(-1)).toMatchObject({ name: 'DELETION_RECORD', keptUntil: until.toISOString() });
  });

  it('is there until that moment, and unknown after it', async () => {
    await stand.drain();
    const until = new Date((await line()).keptUntil);
    stand.clock.set(until);
    await stand.run('tidy');
    expect(category(await seen(), 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED' });
    stand.clock.advance({ seconds: 1 });
    await stand.run('tidy');
    expect(await seen()).toBeNull();
    for (const table of ['deletion_request', 'deletion_subject', 'deletion_outcome', 'receipt'])
      expect(await count(table)).toBe(0);
    expect(await pair.ana.fetch(`/deletion-status/${code}`).then(({ status }) => status)).toBe(404);
  });

  it('takes its receipt along; the log of receipts stays as it was, and goes on', async () => {
    const log = () => stand.app.dataSource.query('select * from receipt_leaf order by leaf_index');
    const receipt = () => stand.visitor().fetch(`/deletion-status/${code}/receipt.json`);
    await stand.drain();
    const [leaf] = await log();
    expect([leaf.leaf_index, (await receipt()).status]).toEqual([0, 200]);
    stand.clock.advance({ days: 730, seconds: 1 });
    await stand.run('tidy');
    expect((await receipt()).status).toBe(404);
    expect(await log()).toEqual([leaf]);
    await stand.sandbox.sendCallback('deletion', { account: 'cafe_lisboa' });
    await stand.drain();
    expect(await log()).toEqual([leaf, expect.objectContaining({ leaf_index: 1 })]);
  });

  it('is never removed while the erasure is not completed', async () => {
    stand.clock.advance({ days: 1_000 });
    await stand.app.dataSource.query(
      "update graphile_worker._private_jobs set run_at = '2040-01-01' where key like 'erase:%'",
    );
    await stand.run('tidy');
    expect(await seen()).toMatchObject({ state: 'RECEIVED' });
  });

  it('loses the digest of the request after 90 days, and still answers the same request the same way', async () => {
    await stand.drain();
    const signed = stand.sandbox.sign({ account: 'cafe_lisboa' });
    const again = async () =>
      JSON.parse((await stand.sandbox.sendCallback('deletion', { signedRequest: signed }))[0]?.body ?? '')
        .confirmation_code;
    const first = await again();
    await stand.drain();
    const digests = () => count('deletion_request', 'request_digest is not null');
    stand.clock.advance({ days: 90 });
    await stand.run('tidy');
    expect(await digests()).toBe(2);
    stand.clock.advance({ seconds: 1 });
    await stand.run('tidy');
    expect(await digests()).toBe(0);
    expect(await again()).toBe(first);
    expect(await count('deletion_request')).toBe(2);
    expect(await stand.visitor().deletionStatus(first)).toMatchObject({ state: 'COMPLETED' });
  });
});
