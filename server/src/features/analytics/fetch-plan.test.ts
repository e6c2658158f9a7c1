import { type KnownDay, planDays } from './fetch-plan';
import { ANALYTICS_METRICS } from './metrics';

/** Noon in Los Angeles on 14 July. */
const now = new Date('2026-07-14T19:00:00Z');
const recently = new Date('2026-07-14T18:00:00Z');

const settled = (day: string, failedMetrics: string[] = [], fetchedAt = recently): [string, KnownDay] => [
  day,
  { day, fetchedAt, failedMetrics },
];

const fetched = Array.from({ length: 33 }, (_, age) =>
  new Date(Date.UTC(2026, 6, 14 - age)).toISOString().slice(0, 10),
);

describe('what a run asks', () => {
  it('is thirty complete days and three that are still filling the first time, newest first, each in full', () => {
    const plan = planDays(now, new Map());
    expect(plan.map(({ day }) => day)).toEqual(fetched);
    expect(plan.every(({ reach, totals }) => reach && totals.length === ANALYTICS_METRICS.length - 2)).toBe(
      true,
    );
  });

  it('never asks for followers as a total of a day', () => {
    expect(planDays(now, new Map())[0]?.totals).not.toContain('FOLLOWER_COUNT');
  });

  it('begins with the day in Los Angeles, which is yesterday where it is already tomorrow', () => {
    expect(planDays(new Date('2026-07-14T06:59:00Z'), new Map())[0]?.day).toBe('2026-07-13');
    expect(planDays(new Date('2026-07-14T07:00:00Z'), new Map())[0]?.day).toBe('2026-07-14');
  });

  it('has as many days across the day of 25 hours', () => {
    const plan = planDays(new Date('2026-11-10T20:00:00Z'), new Map());
    expect(new Set(plan.map(({ day }) => day)).size).toBe(33);
    expect(plan.at(-1)?.day).toBe('2026-10-09');
  });

  it('is later the newest three and the one that has just become settled', () => {
    const known = new Map(fetched.map((day) => settled(day)));
    const known11 = settled('2026-07-11', [], new Date('2026-07-14T06:00:00Z'));
    expect(planDays(now, known).map(({ day }) => day)).toEqual(fetched.slice(0, 3));
    expect(planDays(now, new Map([...known, known11])).map(({ day }) => day)).toEqual(fetched.slice(0, 4));
  });

  it('takes up a day of which only reach is known', () => {
    const known = new Map<string, KnownDay>([
      ...fetched.map((day) => settled(day)),
      ['2026-06-20', { day: '2026-06-20', fetchedAt: null, failedMetrics: [] }],
    ]);
    expect(planDays(now, known).map(({ day }) => day)).toEqual([...fetched.slice(0, 3), '2026-06-20']);
  });

  it('asks a settled day with errors again after six hours, for what failed only', () => {
    const failed = ['REACH', 'LIKES', 'FOLLOWER_COUNT'];
    const after = (fetchedAt: string) =>
      planDays(
        now,
        new Map([
          ...fetched.map((day) => settled(day)),
          settled('2026-06-20', failed, new Date(fetchedAt)),
          settled('2026-06-19', ['FOLLOWER_COUNT'], new Date(fetchedAt)),
        ]),
      ).slice(3);
    expect(after('2026-07-14T13:00:01Z')).toEqual([]);
    expect(after('2026-07-14T13:00:00Z')).toEqual([{ day: '2026-06-20', reach: true, totals: ['LIKES'] }]);
  });
});
