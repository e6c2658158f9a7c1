import type { DayTotals, Profile, Reply } from '../../instagram/instagram';
import type { RefusalKind } from '../../instagram/refusals';
import { Secret } from '../../platform/secret';
import { fetchDays } from './fetch-days';
import type { PlannedDay } from './fetch-plan';
import type { FetchedDay } from './fetched-day';

const [D3, D2, D1] = ['2026-07-14', '2026-07-13', '2026-07-12'] as const;
const now = new Date('2026-07-14T19:00:00Z');

const plan: PlannedDay[] = [D3, D2, D1].map((day) => ({ day, reach: true, totals: ['VIEWS', 'FOLLOWS'] }));

const refused = (kind: RefusalKind) => ({ ok: false, refusal: { kind, code: null, subcode: null } }) as const;
const profile = (followersCount: number | null): Reply<Profile> => ({
  ok: true,
  value: {
    appScopedId: '1',
    professionalId: '2',
    username: 'somebody',
    name: null,
    professional: true,
    followersCount,
  },
});
const totals = (
  values: ['VIEWS' | 'FOLLOWS', number][],
  missing: DayTotals['missing'] = new Map(),
): Reply<DayTotals> => ({
  ok: true,
  value: { values: new Map(values), missing },
});
const full = totals([
  ['VIEWS', 10],
  ['FOLLOWS', 1],
]);

interface Script {
  profile?: Reply<Profile>;
  reach?: Reply<ReadonlyMap<string, number>>;
  days?: Readonly<Record<string, Reply<DayTotals>>>;
  plan?: PlannedDay[];
}

/** Runs the asking against answers known beforehand, and notes which days were asked about. */
async function run(script: Script) {
  const asked: string[] = [];
  const asking = fetchDays(
    {
      clock: { now: () => now },
      grant: { token: new Secret('token'), professionalId: '2' },
      instagram: {
        profile: async () => script.profile ?? profile(500),
        dailyReach: async () =>
          script.reach ?? { ok: true, value: new Map([D3, D2, D1].map((day) => [day, 7])) },
        dayTotals: async (_token, _id, day) => {
          asked.push(day);
          return script.days?.[day] ?? full;
        },
      },
    },
    script.plan ?? plan,
  );
  const days: FetchedDay[] = [];
  for (;;) {
    const step = await asking.next();
    if (step.done) return { days, end: step.value, asked };
    days.push(step.value);
  }
}

const shown = ({ day, values, fetchedAt, failedMetrics }: FetchedDay) => ({
  day,
  ...Object.fromEntries(values),
  fetched: fetchedAt !== null,
  failed: failedMetrics,
});

describe('asking for days', () => {
  it('stores the followers on today and on no other day', async () => {
    const { days, end } = await run({});
    expect(days.map(shown)).toEqual([
      { day: D3, REACH: 7, FOLLOWER_COUNT: 500, VIEWS: 10, FOLLOWS: 1, fetched: true, failed: [] },
      { day: D2, REACH: 7, VIEWS: 10, FOLLOWS: 1, fetched: true, failed: [] },
      { day: D1, REACH: 7, VIEWS: 10, FOLLOWS: 1, fetched: true, failed: [] },
    ]);
    expect(end).toMatchObject({ refusal: null, leftOpen: null, answered: true });
    expect(end.reasons.size).toBe(0);
  });

  it('leaves a day without reach when the series does not mention it', async () => {
    const { days } = await run({ reach: { ok: true, value: new Map([[D2, 0]]) } });
    expect(days.map((day) => day.values.get('REACH'))).toEqual([undefined, 0, undefined]);
  });

  it('notes an error of one metric with the day and keeps the others', async () => {
    const { days, end } = await run({
      days: { [D2]: totals([['VIEWS', 4]], new Map([['FOLLOWS', 'META_ERROR']])) },
    });
    expect(shown(days[1] as FetchedDay)).toEqual({
      day: D2,
      REACH: 7,
      VIEWS: 4,
      fetched: true,
      failed: ['FOLLOWS'],
    });
    expect(end).toMatchObject({ refusal: null, reasons: new Map() });
  });

  it('takes what the newest answer says of a metric in general', async () => {
    const unsupported = totals([['VIEWS', 4]], new Map([['FOLLOWS', 'UNSUPPORTED']]));
    const { end } = await run({ days: { [D3]: unsupported, [D2]: unsupported } });
    expect(end.reasons).toEqual(new Map([['FOLLOWS', 'UNSUPPORTED']]));
  });

  it('knows why follows are missing below 100 followers, and only then', async () => {
    const empty = { [D3]: totals([['VIEWS', 4]]) };
    expect((await run({ profile: profile(99), days: empty })).end.reasons).toEqual(
      new Map([['FOLLOWS', 'TOO_FEW_FOLLOWERS']]),
    );
    expect((await run({ profile: profile(100), days: empty })).end.reasons.size).toBe(0);
    expect((await run({ profile: profile(99) })).end.reasons.size).toBe(0);
  });

  it('goes on without reach, and says that it failed', async () => {
    const { days, end } = await run({ reach: refused('temporary') });
    expect(days.map(({ failedMetrics }) => failedMetrics)).toEqual([['REACH'], ['REACH'], ['REACH']]);
    expect(days.every(({ fetchedAt }) => fetchedAt !== null)).toBe(true);
    expect(end).toMatchObject({ refusal: null });
  });

  it('goes on without the profile; only today lacks its followers', async () => {
    const { days } = await run({ profile: refused('temporary') });
    expect(days.map(({ failedMetrics }) => failedMetrics)).toEqual([['FOLLOWER_COUNT'], [], []]);
  });

  it('passes over one day in trouble and leaves it open', async () => {
    const { days, end } = await run({ days: { [D2]: refused('temporary') } });
    expect(days.map(shown)[1]).toEqual({ day: D2, REACH: 7, fetched: false, failed: ['VIEWS', 'FOLLOWS'] });
    expect(days.map(({ fetchedAt }) => fetchedAt !== null)).toEqual([true, false, true]);
    expect(end).toMatchObject({ refusal: null, leftOpen: { kind: 'temporary' } });
  });

  it('ends after two days in a row, with what is known of the rest', async () => {
    const { days, end, asked } = await run({
      days: { [D3]: refused('temporary'), [D2]: refused('temporary') },
    });
    expect(asked).toEqual([D3, D2]);
    expect(days.map(shown)).toEqual([
      { day: D3, REACH: 7, FOLLOWER_COUNT: 500, fetched: false, failed: ['VIEWS', 'FOLLOWS'] },
      { day: D2, REACH: 7, fetched: false, failed: null },
      { day: D1, REACH: 7, fetched: false, failed: null },
    ]);
    expect(end).toMatchObject({ refusal: { kind: 'temporary' }, answered: true });
  });

  it.each<RefusalKind>(['token-rejected', 'app-removed', 'rate-limited', 'no-answer', 'permission-missing'])(
    'ends at once on %s, and keeps what came before',
    async (kind) => {
      const { days, end, asked } = await run({ days: { [D2]: refused(kind) } });
      expect(asked).toEqual([D3, D2]);
      expect(days.map(({ fetchedAt }) => fetchedAt !== null)).toEqual([true, false, false]);
      expect(end).toMatchObject({ refusal: { kind } });
    },
  );

  it('asks nothing more when the profile already says that the token is dead', async () => {
    const { days, end, asked } = await run({ profile: refused('token-rejected') });
    expect([days, asked]).toEqual([[], []]);
    expect(end).toMatchObject({ refusal: { kind: 'token-rejected' }, answered: false });
  });

  it('keeps the followers when reach says that the token is dead', async () => {
    const { days, asked } = await run({ reach: refused('token-rejected') });
    expect(asked).toEqual([]);
    expect(days.map(shown)).toEqual([{ day: D3, FOLLOWER_COUNT: 500, fetched: false, failed: null }]);
  });

  it('costs no call for a day of which only reach is open', async () => {
    const { days, asked } = await run({ plan: [...plan, { day: '2026-07-01', reach: true, totals: [] }] });
    expect(asked).toEqual([D3, D2, D1]);
    expect(days.at(-1)).toMatchObject({ day: '2026-07-01', fetchedAt: now, failedMetrics: [] });
  });
});
