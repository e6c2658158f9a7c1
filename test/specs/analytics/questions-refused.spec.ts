import { askAnalytics, METRIC_NAMES } from '../../stand/analytics';
import type { GraphqlAnswer, Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

let stand: Stand;
let ana: Person;
let connection: string;
beforeAll(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  connection = await ana.givenConnection('studio_nord');
});
afterAll(() => stand.close());

const codes = ({ errors }: GraphqlAnswer) => errors.map(({ extensions }) => extensions.code);

describe('a range', () => {
  it.each([
    ['reversed', '2026-11-20', '2026-11-19'],
    ['of 732 days', '2024-11-22', '2026-11-23'],
    ['of centuries', '0001-01-01', '9999-12-31'],
    ['that begins on a day that never was', '2026-02-29', '2026-03-02'],
    ['that ends in a month that never was', '2026-11-01', '2026-13-01'],
    ['of instants', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
    ['of words', 'yesterday', 'today'],
    ['of numbers', 20261101, 20261102],
    ['of nothing', '', ''],
    ['without an end', '2026-11-01', null],
    ['with something after the day', '2026-11-01\n', '2026-11-02'],
    ['with SQL in it', "2026-11-01'; drop table account; --", '2026-11-02'],
  ])('%s is refused', async (_name, from, to) => {
    const answer = await askAnalytics(ana, connection, from, to);
    expect(codes(answer)).toEqual(expect.arrayContaining(['BAD_USER_INPUT']));
    expect(new Set(codes(answer)).size).toBe(1);
    expect(answer.data?.viewer?.instagramConnection?.analytics).toBeUndefined();
  });

  it.each([
    ['of one day', '2026-11-23', '2026-11-23', 1],
    ['of 731 days', '2024-11-23', '2026-11-23', 731],
    ['with the day of a leap year', '2024-02-28', '2024-03-01', 3],
    ['that lies ahead', '2027-01-01', '2027-01-31', 31],
  ])('%s is answered, a value or null for each day', async (_name, from, to, days) => {
    const answer = await askAnalytics(ana, connection, from, to);
    expect(answer.errors).toEqual([]);
    const { analytics } = answer.data.viewer.instagramConnection;
    expect(analytics).toMatchObject({ from, to });
    expect(analytics.series).toHaveLength(METRIC_NAMES.length);
    for (const { values } of analytics.series) expect(values).toHaveLength(days);
  });
});

it('an operation of more than 50,000 values is refused, and one just below is answered', async () => {
  const years = `analytics(from: "2024-11-23", to: "2026-11-23", metrics: [${METRIC_NAMES.join(' ')}]) { from }`;
  const ask = (times: number) =>
    ana.execute(
      `query ($id: ID!) { viewer { instagramConnection(id: $id) {
        ${Array.from({ length: times }, (_, index) => `a${index}: ${years}`).join(' ')} } } }`,
      { id: connection },
    );
  expect((await ask(4)).errors).toEqual([]);
  expect(new Set(codes(await ask(5)))).toEqual(new Set(['BAD_USER_INPUT']));
});

describe('metrics', () => {
  it.each([
    ['unknown', ['LIKES', 'PLAYS']],
    ["in Instagram's words", ['views']],
    ['null', [null as unknown as string]],
    ['asked twice', ['VIEWS', 'LIKES', 'VIEWS']],
  ])('%s are refused', async (_name, metrics) => {
    const answer = await askAnalytics(ana, connection, '2026-11-01', '2026-11-02', metrics);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('may be none', async () => {
    const answer = await askAnalytics(ana, connection, '2026-11-01', '2026-11-02', []);
    expect(answer.errors).toEqual([]);
    expect(answer.data.viewer.instagramConnection.analytics.series).toEqual([]);
  });
});

describe('a connection', () => {
  it("that is somebody else's, unknown or malformed is not found, each in the same words", async () => {
    const mallory = await stand.givenAccount('mallory@example.com');
    const answers = await Promise.all(
      [connection, `conn_${'0'.repeat(32)}`, 'conn_x', '', await ana.accountId(), '1 or 1=1'].map((id) =>
        askAnalytics(mallory, id, '2026-11-01', '2026-11-02'),
      ),
    );
    for (const answer of answers) {
      expect(codes(answer)).toEqual(['NOT_FOUND']);
      expect(answer.data.viewer.instagramConnection).toBeNull();
      expect(answer.errors[0]?.message).toBe(answers[1]?.errors[0]?.message);
    }
    const through = await mallory.execute(
      `query ($id: ID!) { node(id: $id) { id ... on InstagramConnection {
         analytics(from: "2026-11-01", to: "2026-11-02", metrics: [VIEWS]) { syncedAt }
       } } }`,
      { id: connection },
    );
    expect(codes(through)).toEqual(['NOT_FOUND']);
    expect(through.data).toEqual({ node: null });
  });

  it('is not told to anybody who is not signed in', async () => {
    const nobody = stand.visitor();
    const answer = await askAnalytics(nobody, connection, '2026-11-01', '2026-11-02');
    expect(answer).toMatchObject({ data: { viewer: null }, errors: [] });
    const through = await nobody.execute('query ($id: ID!) { node(id: $id) { id } }', { id: connection });
    expect(codes(through)).toEqual(['UNAUTHENTICATED']);
  });

  it('is not found any more once it was disconnected', async () => {
    const bea = await stand.givenAccount('bea@example.com');
    const hers = await bea.givenConnection('cafe_lisboa');
    await bea.disconnect(hers);
    const answer = await askAnalytics(bea, hers, '2026-11-01', '2026-11-02');
    expect(codes(answer)).toEqual(['NOT_FOUND']);
    await stand.drain();
  });
});
