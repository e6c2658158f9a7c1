import { answer, type Behaviour } from '../platform/http/testing/tiny-server';
import { ACCOUNT, CANARY, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const series = (...values: object[]): Behaviour =>
  answer(
    JSON.stringify({
      data: [
        {
          name: 'reach',
          period: 'day',
          title: 'Alcance',
          description: '…',
          values,
          id: `${ACCOUNT}/insights/reach/day`,
        },
      ],
      paging: { next: `https://graph.example/?access_token=${CANARY}` },
    }),
  );
const bucket = (value: number | null, end_time: string) => ({ value, end_time });
const ask = (from: string, to: string) => served.instagram.dailyReach(TOKEN, ACCOUNT, { from, to });

it('asks reach as a series between the midnights of Los Angeles', async () => {
  served.server.behave(series());
  await ask('2026-11-20', '2026-11-21');
  const [request] = served.server.seen;
  expect(request).toMatchObject({
    path: `/graph/v26.0/${ACCOUNT}/insights`,
    authorization: `Bearer ${TOKEN.reveal()}`,
  });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    metric: 'reach',
    period: 'day',
    metric_type: 'time_series',
    since: String(Date.UTC(2026, 10, 20, 8) / 1000),
    until: String(Date.UTC(2026, 10, 22, 8) / 1000),
  });
});

it('gives each bucket to the day that its end closes, across the clock change', async () => {
  served.server.behave(
    series(
      bucket(57, '2026-11-01T07:00:00+0000'),
      bucket(0, '2026-11-02T08:00:00+0000'),
      bucket(61, '2026-11-03T08:00:00+00:00'),
    ),
  );
  expect(await ask('2026-10-31', '2026-11-02')).toEqual({
    ok: true,
    value: new Map([
      ['2026-10-31', 57],
      ['2026-11-01', 0],
      ['2026-11-02', 61],
    ]),
  });
});

it('leaves out days that were not mentioned, have no value, or were not asked for', async () => {
  served.server.behave(
    series(
      bucket(1, '2026-11-20T08:00:00+0000'),
      bucket(2, '2026-11-21T08:00:00+0000'),
      bucket(null, '2026-11-22T08:00:00+0000'),
      { end_time: '2026-11-23T08:00:00+0000' },
      bucket(5, '2026-11-25T08:00:00+0000'),
    ),
  );
  expect(await ask('2026-11-20', '2026-11-23')).toEqual({ ok: true, value: new Map([['2026-11-20', 2]]) });
});

it('reads no numbers at all as an empty map', async () => {
  served.server.behave(answer('{"data":[]}'));
  expect(await ask('2026-11-20', '2026-11-20')).toEqual({ ok: true, value: new Map() });
});

it('asks in two windows what is an hour longer than Meta allows, and puts them together', async () => {
  served.server.behave(
    series(bucket(7, '2026-11-18T08:00:00+0000')),
    series(bucket(8, '2026-11-19T08:00:00+0000')),
  );
  expect(await ask('2026-10-20', '2026-11-18')).toEqual({
    ok: true,
    value: new Map([
      ['2026-11-17', 7],
      ['2026-11-18', 8],
    ]),
  });
  const widths = served.server.seen.map(
    ({ query }) => Number(query.get('until')) - Number(query.get('since')),
  );
  expect(widths).toEqual([29 * 86_400 + 3_600, 86_400]);
});

it('ends with the first refusal', async () => {
  served.server.behave(
    series(),
    answer('{"error":{"message":"x","type":"OAuthException","code":190,"error_subcode":463}}', 400),
  );
  expect(await ask('2026-09-01', '2026-11-18')).toMatchObject({
    ok: false,
    refusal: { kind: 'token-rejected' },
  });
  expect(served.server.seen).toHaveLength(2);
});

it.each([
  ['{"data":[{"name":"reach"}]}', 'data.0.values (invalid_type)'],
  [
    '{"data":[{"name":"reach","values":[{"value":1,"end_time":"yesterday"}]}]}',
    'data.0.values.0.end_time (invalid_format)',
  ],
  [
    '{"data":[{"name":"reach","values":[{"value":1.5,"end_time":"2026-11-20T08:00:00+0000"}]}]}',
    'data.0.values.0.value (invalid_type)',
  ],
  ['{}', 'data (invalid_type)'],
])('names the field that does not fit: %s', async (text, detail) => {
  served.server.behave(answer(text));
  expect(await ask('2026-11-20', '2026-11-20')).toMatchObject({
    ok: false,
    refusal: { kind: 'unreadable', detail },
  });
});
