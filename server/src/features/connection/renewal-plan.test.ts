import { renewalDue, retryRenewalAt, warningRung } from './renewal-plan';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const issued = new Date('2026-11-23T10:00:00.000Z');
const at = (ms: number) => new Date(issued.getTime() + ms);
const ids = Array.from(
  { length: 400 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);

describe('when a token is renewed', () => {
  it.each([
    ['of sixty days: after a week', 60 * DAY, 7 * DAY, 12 * HOUR],
    ['of 25 days: with 20 left', 25 * DAY, 5 * DAY, 12 * HOUR],
    ['of 20 days: after a day, as early as Meta allows', 20 * DAY, DAY, 12 * HOUR],
    ['of two days: after a day, and soon', 2 * DAY, DAY, 2.4 * HOUR],
    ['of half a day: too late, and not moved', DAY / 2, DAY, 0],
  ])('one %s', (_name, life, earliest, spread) => {
    for (const id of ids) {
      const due = renewalDue(id, issued, at(life)).getTime() - issued.getTime();
      expect(due >= earliest && due <= earliest + spread).toBe(true);
    }
  });

  it('is spread: no hour of the twelve has more than twice its share', () => {
    const counts = new Array<number>(12).fill(0);
    for (const id of ids) {
      const slot = Math.floor(
        (renewalDue(id, issued, at(60 * DAY)).getTime() - at(7 * DAY).getTime()) / HOUR,
      );
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan((2 * ids.length) / 12);
  });
});

describe('when a renewal that failed is tried again', () => {
  it.each([
    ['temporary', 1, 50 * DAY, HOUR / 4],
    ['no-answer', 2, 50 * DAY, HOUR / 2],
    ['unreadable', 7, 50 * DAY, 16 * HOUR],
    ['temporary', 9, 50 * DAY, DAY],
    ['bad-request', 1, 50 * DAY, 6 * HOUR],
    ['permission-missing', 2, 50 * DAY, 12 * HOUR],
    ['token-rejected', 9, 50 * DAY, DAY],
    ['rate-limited', 1, 50 * DAY, 6 * HOUR],
    ['bad-request', 9, DAY, DAY / 2],
    ['bad-request', 9, HOUR, HOUR / 2],
    ['temporary', 9, 8 * 60_000, 5 * 60_000],
  ] as const)('%s, failure %d, %d ms left: after %d ms', (kind, attempts, left, pause) => {
    expect(retryRenewalAt({ kind }, attempts, issued, at(left))).toEqual(at(pause));
  });

  it.each([5 * 60_000, 0, -DAY])('not at all with %d ms left', (left) => {
    expect(retryRenewalAt({ kind: 'temporary' }, 1, issued, at(left))).toBeNull();
  });
});

it.each([
  [60 * DAY, null],
  [14 * DAY + 1, null],
  [14 * DAY, 14],
  [7 * DAY + 1, 14],
  [7 * DAY, 7],
  [3 * DAY, 3],
  [DAY + 1, 3],
  [DAY, 1],
  [1, 1],
  [0, null],
  [-DAY, null],
])('with %d ms left the warning is that of %p days', (left, rung) => {
  expect(warningRung(left)).toBe(rung);
});
