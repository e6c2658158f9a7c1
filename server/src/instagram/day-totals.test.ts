import { answer, type Behaviour, drop } from '../platform/http/testing/tiny-server';
import type { DayTotalMetric } from './instagram';
import { ACCOUNT, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const ask = (...metrics: DayTotalMetric[]) =>
  served.instagram.dayTotals(TOKEN, ACCOUNT, '2026-11-20', metrics);
const asked = () => served.server.seen.map(({ query }) => query.get('metric'));

const totals = (values: Record<string, object>): Behaviour =>
  answer(
    JSON.stringify({
      data: Object.entries(values).map(([name, total_value]) => ({
        name,
        period: 'day',
        title: 'Título',
        description: '…',
        total_value,
        id: `${ACCOUNT}/insights/${name}/day`,
      })),
    }),
  );
const error = (code: number, subcode?: number, status = 400): Behaviour =>
  answer(
    JSON.stringify({ error: { message: 'x', type: 'IGApiException', code, error_subcode: subcode } }),
    status,
  );

/** Answers each metric as told; a call that holds a refused one is refused as a whole, as Meta does. */
const refusing =
  (refused: Record<string, Behaviour>, value = 5): Behaviour =>
  (response, request) => {
    const names = request.query.get('metric')?.split(',') ?? [];
    const bad = names.map((name) => refused[name]).find((behaviour) => behaviour !== undefined);
    (bad ?? totals(Object.fromEntries(names.map((name) => [name, { value }]))))(response, request);
  };

it('asks just that day of Los Angeles, and not a second of the next', async () => {
  served.server.behave(totals({}));
  await ask('VIEWS', 'SAVES');
  const [request] = served.server.seen;
  expect(request?.path).toBe(`/graph/v26.0/${ACCOUNT}/insights`);
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    metric: 'views,saves',
    period: 'day',
    metric_type: 'total_value',
    since: String(Date.UTC(2026, 10, 20, 8) / 1000),
    until: String(Date.UTC(2026, 10, 21, 7, 59, 59) / 1000),
  });
});

it('reads totals, keeps zero apart from nothing', async () => {
  served.server.behave(
    totals({ views: { value: 842 }, likes: { value: 0 }, shares: {}, impressions: { value: 3 } }),
  );
  expect(await ask('VIEWS', 'LIKES', 'SHARES', 'COMMENTS')).toEqual({
    ok: true,
    value: {
      values: new Map([
        ['VIEWS', 842],
        ['LIKES', 0],
      ]),
      missing: new Map(),
    },
  });
});

describe('follows and unfollows', () => {
  const breakdown = (...results: [values: string[], value: number][]) =>
    results.map(([dimension_values, value]) => ({ dimension_values, value }));

  it('are one metric with a breakdown, asked in a call of its own', async () => {
    served.server.behave(
      totals({ views: { value: 1 } }),
      totals({
        follows_and_unfollows: {
          value: 15,
          breakdowns: [
            {
              dimension_keys: ['follow_type'],
              results: breakdown([['FOLLOWER'], 12], [['NON_FOLLOWER'], 3]),
            },
          ],
        },
      }),
    );
    expect(await ask('FOLLOWS', 'VIEWS', 'UNFOLLOWS')).toEqual({
      ok: true,
      value: {
        values: new Map([
          ['VIEWS', 1],
          ['FOLLOWS', 12],
          ['UNFOLLOWS', 3],
        ]),
        missing: new Map(),
      },
    });
    expect(asked()).toEqual(['views', 'follows_and_unfollows']);
    expect(served.server.seen.map(({ query }) => query.get('breakdown'))).toEqual([null, 'follow_type']);
  });

  it('are found by their key, wherever it stands', async () => {
    served.server.behave(
      totals({
        follows_and_unfollows: {
          breakdowns: [
            {
              dimension_keys: ['timeframe', 'follow_type'],
              results: breakdown([['DAY', 'UNKNOWN'], 1], [['DAY', 'NON_FOLLOWER'], 3]),
            },
          ],
        },
      }),
    );
    expect(await ask('FOLLOWS', 'UNFOLLOWS')).toEqual({
      ok: true,
      value: { values: new Map([['UNFOLLOWS', 3]]), missing: new Map() },
    });
  });

  it.each([
    ['no data', {}],
    ['no breakdown', { follows_and_unfollows: { value: 15 } }],
    ['no results', { follows_and_unfollows: { breakdowns: [{ dimension_keys: ['follow_type'] }] } }],
    [
      'another breakdown',
      {
        follows_and_unfollows: {
          breakdowns: [{ dimension_keys: ['age'], results: breakdown([['FOLLOWER'], 1]) }],
        },
      },
    ],
  ])('are unknown with %s', async (_name, values) => {
    served.server.behave(totals(values));
    expect(await ask('FOLLOWS', 'UNFOLLOWS')).toEqual({
      ok: true,
      value: { values: new Map(), missing: new Map() },
    });
  });
});

describe('a refused metric', () => {
  it.each([
    ['an unknown metric', error(100), 'UNSUPPORTED'],
    ['a capability that is missing', error(3), 'UNSUPPORTED'],
    ['an unknown error', error(1), 'META_ERROR'],
    ['an answer that does not fit', totals({ replies: { value: 'many' } }), 'META_ERROR'],
  ] as const)('does not spoil the others: %s', async (_name, behaviour, reason) => {
    served.server.behave(refusing({ replies: behaviour }));
    expect(await ask('VIEWS', 'REPLIES', 'LIKES')).toEqual({
      ok: true,
      value: {
        values: new Map([
          ['VIEWS', 5],
          ['LIKES', 5],
        ]),
        missing: new Map([['REPLIES', reason]]),
      },
    });
    expect(asked()).toEqual(['views,replies,likes', 'views', 'replies', 'likes']);
  });

  it('is not asked twice when it was asked alone', async () => {
    served.server.behave(refusing({ follows_and_unfollows: error(100) }));
    expect(await ask('VIEWS', 'FOLLOWS', 'UNFOLLOWS')).toEqual({
      ok: true,
      value: {
        values: new Map([['VIEWS', 5]]),
        missing: new Map([
          ['FOLLOWS', 'UNSUPPORTED'],
          ['UNFOLLOWS', 'UNSUPPORTED'],
        ]),
      },
    });
    expect(asked()).toEqual(['views', 'follows_and_unfollows']);
  });

  it('keeps a short outage of one metric to that metric', async () => {
    served.server.behave(refusing({ follows_and_unfollows: error(2, undefined, 500) }));
    expect(await ask('VIEWS', 'FOLLOWS')).toMatchObject({
      ok: true,
      value: { missing: new Map([['FOLLOWS', 'META_ERROR']]) },
    });
  });

  it('says so for each when all are unsupported', async () => {
    served.server.behave(error(100));
    expect(await ask('VIEWS', 'LIKES')).toEqual({
      ok: true,
      value: {
        values: new Map(),
        missing: new Map([
          ['VIEWS', 'UNSUPPORTED'],
          ['LIKES', 'UNSUPPORTED'],
        ]),
      },
    });
  });

  it('is the whole call when every single one fails', async () => {
    served.server.behave(error(1));
    expect(await ask('VIEWS', 'LIKES')).toMatchObject({ ok: false, refusal: { kind: 'temporary', code: 1 } });
    expect(asked()).toEqual(['views,likes', 'views', 'likes']);
  });
});

it.each([
  ['a dead token', error(190, 463), 'token-rejected'],
  ['a removed app', error(190, 458), 'app-removed'],
  ['a missing permission', error(10, undefined, 403), 'permission-missing'],
  ['a rate limit', error(4), 'rate-limited'],
  ['an outage', error(2, undefined, 503), 'temporary'],
  ['an unknown account', error(100, 33), 'bad-request'],
  ['no answer', drop, 'no-answer'],
] as const)('gives up at once on %s', async (_name, behaviour, kind) => {
  served.server.behave(behaviour);
  expect(await ask('VIEWS', 'LIKES', 'FOLLOWS')).toMatchObject({ ok: false, refusal: { kind } });
  expect(served.server.seen).toHaveLength(1);
});

it('asks nothing for no metric', async () => {
  served.server.behave(error(100));
  expect(await ask()).toEqual({ ok: true, value: { values: new Map(), missing: new Map() } });
  expect(served.server.seen).toHaveLength(0);
});
