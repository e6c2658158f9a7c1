import { metaDay } from './days.ts';
import { expectedDay, type Sandbox } from './index.ts';
import { type Answer, givenSandbox, givenToken, graph } from './testing/person.ts';

const PATH = '/v26.0/17841402963158471/insights';
const seconds = (date: string): number => metaDay(date).startMs / 1000;

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
  token = await givenToken(sandbox, { account: 'studio_nord' });
});
afterAll(() => sandbox.close());

function insights(query: Record<string, string | number>): Promise<Answer> {
  const text = Object.entries({ period: 'day', ...query }).map(([name, value]) => [name, String(value)]);
  return graph(sandbox, token, `${PATH}?${new URLSearchParams(text)}`);
}

test('reach comes as a series, each value closed by the end of its Los Angeles day', async () => {
  const window = { since: seconds('2026-10-31'), until: seconds('2026-11-03') };
  const { body } = await insights({ metric: 'reach', metric_type: 'time_series', ...window });
  expect(body.data).toEqual([
    {
      name: 'reach',
      period: 'day',
      values: [
        { value: expectedDay('studio_nord', '2026-10-31').reach, end_time: '2026-11-01T07:00:00+0000' },
        { value: expectedDay('studio_nord', '2026-11-01').reach, end_time: '2026-11-02T08:00:00+0000' },
        { value: expectedDay('studio_nord', '2026-11-02').reach, end_time: '2026-11-03T08:00:00+0000' },
      ],
      title: 'Accounts reached',
      description: expect.any(String),
      id: '17841402963158471/insights/reach/day',
    },
  ]);
});

test.each([0, 1])(
  'a window of one day gives the numbers of that day, %i s before midnight or at it',
  async (early) => {
    const window = { since: seconds('2026-11-11'), until: seconds('2026-11-12') - early };
    const metric = 'views,likes,total_interactions,accounts_engaged,follows_and_unfollows';
    const { body } = await insights({ metric, metric_type: 'total_value', ...window });
    const day = expectedDay('studio_nord', '2026-11-11');
    const values = Object.fromEntries(
      body.data.map((each: { name: string; total_value: { value: number } }) => [
        each.name,
        each.total_value.value,
      ]),
    );
    expect(values).toEqual({
      views: day.views,
      likes: day.likes,
      total_interactions: day.total_interactions,
      accounts_engaged: day.accounts_engaged,
      follows_and_unfollows: undefined,
    });
  },
);

test('a window that does not follow Los Angeles midnights mixes two days', async () => {
  const since = Date.parse('2026-11-11T00:00:00Z') / 1000;
  const { body } = await insights({
    metric: 'views',
    metric_type: 'total_value',
    since,
    until: since + 86_400,
  });
  const [before, day] = [
    expectedDay('studio_nord', '2026-11-10').views,
    expectedDay('studio_nord', '2026-11-11').views,
  ];
  expect(body.data[0].total_value.value).toBe(
    Math.round((before ?? 0) / 3) + Math.round(((day ?? 0) * 2) / 3),
  );
});

test('totals add up, except those of unique accounts', async () => {
  const window = { since: seconds('2026-11-02'), until: seconds('2026-11-09') };
  const { body } = await insights({
    metric: 'views,accounts_engaged',
    metric_type: 'total_value',
    ...window,
  });
  const dates = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-11-${day}`);
  const sum = (metric: 'views' | 'accounts_engaged'): number =>
    dates.reduce((total, date) => total + (expectedDay('studio_nord', date)[metric] ?? 0), 0);
  expect(body.data[0].total_value.value).toBe(sum('views'));
  expect(body.data[1].total_value.value).toBeLessThan(sum('accounts_engaged'));
});

test('breakdowns add up to their total', async () => {
  const window = { since: seconds('2026-11-11'), until: seconds('2026-11-12') };
  const { body } = await insights({
    metric: 'views',
    metric_type: 'total_value',
    breakdown: 'media_product_type',
    ...window,
  });
  const { value, breakdowns } = body.data[0].total_value;
  expect(breakdowns[0].dimension_keys).toEqual(['media_product_type']);
  const parts: { value: number }[] = breakdowns[0].results;
  expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
});

test('follows and unfollows are told apart by the breakdown', async () => {
  const { body } = await insights({
    metric: 'follows_and_unfollows',
    metric_type: 'total_value',
    breakdown: 'follow_type',
    since: seconds('2026-11-11'),
    until: seconds('2026-11-12'),
  });
  const { follows, unfollows } = expectedDay('studio_nord', '2026-11-11');
  expect(body.data[0].total_value.breakdowns).toEqual([
    {
      dimension_keys: ['follow_type'],
      results: [
        { dimension_values: ['FOLLOWER'], value: follows },
        { dimension_values: ['NON_FOLLOWER'], value: unfollows },
      ],
    },
  ]);
});

test('missing data is an empty set, not 0', async () => {
  const window = { since: seconds('2026-10-14'), until: seconds('2026-10-15') };
  expect(
    (await insights({ metric: 'views,likes', metric_type: 'total_value', ...window })).body.data,
  ).toEqual([]);
  expect((await insights({ metric: 'reach', ...window })).body.data).toEqual([]);
});

test('fewer than 100 followers: what needs an audience is absent', async () => {
  sandbox.changeAccount('studio_nord', { followers: 99 });
  const query = {
    metric: 'views,follows_and_unfollows',
    metric_type: 'total_value',
    breakdown: 'follow_type',
  };
  const window = { since: seconds('2026-11-11'), until: seconds('2026-11-12') };
  const { body } = await insights({ ...query, ...window });
  expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['views']);
});

test('30 days are taken and a second more is not', async () => {
  const since = seconds('2026-10-10');
  const query = { metric: 'views', metric_type: 'total_value', since };
  expect((await insights({ ...query, until: since + 2_592_000 })).status).toBe(200);
  const { status, body } = await insights({ ...query, until: since + 2_592_001 });
  expect(status).toBe(400);
  expect(body.error.code).toBe(100);
  expect(body.error.message).toMatch('(#100)');
  expect(body.error.message).toMatch('30 days (2592000 s)');
});

test('an unknown metric fails the call and lists the names there are', async () => {
  const { status, body } = await insights({ metric: 'views,impressions', metric_type: 'total_value' });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ type: 'IGApiException', code: 100 });
  expect(body.error.message).toMatch(/metric\[1\] must be one of the following values: reach, .*views/);
});

test('a metric without that breakdown fails the whole call with code 1', async () => {
  const { body } = await insights({
    metric: 'views,replies',
    metric_type: 'total_value',
    breakdown: 'follow_type',
  });
  expect(body.error).toMatchObject({ code: 1 });
});

test.each([
  ['no metric', { period: 'day' }],
  ['no such period', { metric: 'views', period: 'fortnight' }],
  ['a period the metric has not', { metric: 'views', period: 'lifetime' }],
  ['a total asked for as a series', { metric: 'views', metric_type: 'time_series' }],
  ['a total without saying so', { metric: 'likes' }],
  ['the end before the beginning', { metric: 'reach', since: 2, until: 1 }],
  ['a date in words', { metric: 'reach', since: 'yesterday' }],
])('%s: code 100', async (_, query) => {
  const { status, body } = await insights(query as Record<string, string | number>);
  expect([status, body.error.code]).toEqual([400, 100]);
});

test('without the permission: code 10, status 403', async () => {
  sandbox.changeAccount('studio_nord', { permissions: ['instagram_business_basic'] });
  const { status, body } = await insights({ metric: 'reach' });
  expect(status).toBe(403);
  expect(body.error).toMatchObject({ type: 'IGApiException', code: 10 });
});

test('demographics have no value, and the timeframe among their dimensions', async () => {
  const { body } = await insights({
    metric: 'follower_demographics',
    period: 'lifetime',
    metric_type: 'total_value',
    timeframe: 'this_week',
    breakdown: 'country',
  });
  const { total_value: total } = body.data[0];
  expect(total.value).toBeUndefined();
  expect(total.breakdowns[0].dimension_keys).toEqual(['timeframe', 'country']);
  expect(total.breakdowns[0].results[0].dimension_values).toEqual(['THIS_WEEK', 'PT']);
});

test('paging carries the living token, as it does at Meta', async () => {
  const { body } = await insights({ metric: 'reach' });
  expect(new URL(body.paging.next).searchParams.get('access_token')).toBe(token);
});

test('in another language only the words change', async () => {
  sandbox.vary({ language: 'pt' });
  expect((await insights({ metric: 'views', metric_type: 'total_value' })).body.data[0].title).toBe(
    'Visualizações',
  );
  expect((await insights({ metric: 'plays' })).body.error.message).toBe('(#100) Parâmetro inválido');
});
