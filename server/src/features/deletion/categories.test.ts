import { categoriesOf, type SubjectOutcomes } from './categories';

const removed = (category: string, count: number) => ({ category, outcome: 'REMOVED', count });
const done: SubjectOutcomes = {
  part: 'erase',
  outcomes: [removed('ACCESS_KEYS', 1), removed('INSTAGRAM_IDENTITY', 1), removed('ANALYTICS', 30)],
};
const keysOnly: SubjectOutcomes = { part: 'erase', outcomes: [removed('ACCESS_KEYS', 1)] };
const kept: SubjectOutcomes = { part: 'keep', outcomes: [] };
const joined: SubjectOutcomes = { ...done, part: 'join' };

const COMPLETED = new Date('2026-11-23T18:00:00.000Z');

const outcomes = (subjects: readonly SubjectOutcomes[], completed: boolean, withCounts = false) =>
  Object.fromEntries(
    categoriesOf(subjects, completed ? COMPLETED : null, withCounts, COMPLETED).map(
      ({ name, outcome, count }) => [name, [outcome, count]],
    ),
  );
const reasonOf = (subjects: readonly SubjectOutcomes[], name: string) =>
  categoriesOf(subjects, COMPLETED, false, COMPLETED).find((category) => category.name === name)?.reason;

it('says what was removed, and counts only for the owner', () => {
  expect(outcomes([done], true)).toEqual({
    ACCESS_KEYS: ['REMOVED', null],
    INSTAGRAM_IDENTITY: ['REMOVED', null],
    ANALYTICS: ['REMOVED', null],
    POSTS_AND_MEDIA: ['NOTHING_HELD', null],
    BACKUPS: ['KEPT', null],
    DELETION_RECORD: ['KEPT', null],
  });
  expect(outcomes([done], true, true)).toMatchObject({
    ACCESS_KEYS: ['REMOVED', 1],
    ANALYTICS: ['REMOVED', 30],
  });
});

it('tells the owner alone when the last of a kind was removed, and nobody what is not known', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 17, minute));
  const settledAt = (subjects: readonly SubjectOutcomes[], withCounts = true) =>
    categoriesOf(subjects, COMPLETED, withCounts, COMPLETED).find(({ name }) => name === 'ANALYTICS')
      ?.settledAt;
  const on = (recordedAt: Date | null, outcome = 'REMOVED'): SubjectOutcomes => ({
    part: 'erase',
    outcomes: [{ category: 'ANALYTICS', outcome, count: 1, ...(recordedAt === null ? {} : { recordedAt }) }],
  });
  expect(settledAt([on(at(5)), on(at(3))])).toEqual(at(5));
  expect(settledAt([on(at(5), 'NOTHING_HELD')])).toEqual(at(5));
  expect(settledAt([on(at(5))], false)).toBeNull();
  expect(settledAt([on(at(5)), on(null)])).toBeNull();
  expect(settledAt([on(at(5), 'FAILED')])).toBeNull();
  expect(settledAt([kept])).toBeNull();
});

it('shows what is still to be done, and counts nothing that is not', () => {
  expect(outcomes([keysOnly], false, true)).toMatchObject({
    ACCESS_KEYS: ['REMOVED', 1],
    INSTAGRAM_IDENTITY: ['PENDING', null],
    ANALYTICS: ['PENDING', null],
  });
});

it('adds up several connections, and calls removed what all have removed', () => {
  expect(outcomes([done, done], true, true)).toMatchObject({ ANALYTICS: ['REMOVED', 60] });
  expect(outcomes([done, keysOnly], false, true)).toMatchObject({ ANALYTICS: ['PENDING', null] });
});

it('lets a failure stand out', () => {
  const failed = {
    part: 'erase',
    outcomes: [{ category: 'ANALYTICS', outcome: 'FAILED', count: 0 }],
  } as const;
  expect(outcomes([done, failed], false)).toMatchObject({ ANALYTICS: ['FAILED', null] });
});

it('says that nothing was held where nothing was', () => {
  const none = {
    part: 'erase',
    outcomes: [{ category: 'ANALYTICS', outcome: 'NOTHING_HELD', count: 0 }],
  } as const;
  expect(outcomes([none], true)).toMatchObject({ ANALYTICS: ['NOTHING_HELD', null] });
});

it('answers for an unknown person in the same shape: waiting, then nothing held', () => {
  expect(outcomes([], false)).toMatchObject({ ACCESS_KEYS: ['PENDING', null], ANALYTICS: ['PENDING', null] });
  expect(outcomes([], true)).toEqual({
    ACCESS_KEYS: ['NOTHING_HELD', null],
    INSTAGRAM_IDENTITY: ['NOTHING_HELD', null],
    ANALYTICS: ['NOTHING_HELD', null],
    POSTS_AND_MEDIA: ['NOTHING_HELD', null],
    BACKUPS: ['NOTHING_HELD', null],
    DELETION_RECORD: ['KEPT', null],
  });
});

it('keeps what was granted after the request, with the reason and the way out', () => {
  expect(outcomes([kept], true)).toMatchObject({ ACCESS_KEYS: ['KEPT', null], ANALYTICS: ['KEPT', null] });
  expect(reasonOf([kept], 'ANALYTICS')).toBe(
    'Instagram was connected again after this request; disconnect to delete it',
  );
});

it('speaks of what was erased when only one of two was granted later', () => {
  expect(outcomes([kept, done], true)).toMatchObject({ ANALYTICS: ['REMOVED', null] });
});

it('finishes with the earlier request that it joined, and says so', () => {
  const begun: SubjectOutcomes = { ...keysOnly, part: 'join' };
  expect(outcomes([begun], false)).toMatchObject({ ANALYTICS: ['PENDING', null] });
  expect(outcomes([joined], true)).toMatchObject({ ANALYTICS: ['REMOVED', null] });
  expect(reasonOf([joined], 'ANALYTICS')).toBe(
    'Removed together with an earlier request that was already running',
  );
});

it('stays finished when the record of the request that it joined has ended before its own', () => {
  const alone: SubjectOutcomes = { part: 'join', outcomes: [] };
  expect(outcomes([alone], true)).toMatchObject({ ANALYTICS: ['REMOVED', null] });
});

it('leaves the counts with the earlier request', () => {
  expect(outcomes([joined], true, true)).toMatchObject({ ANALYTICS: ['REMOVED', null] });
  expect(outcomes([joined, done], true, true)).toMatchObject({ ANALYTICS: ['REMOVED', 30] });
});

it('keeps its own record, and says what is not in it', () => {
  expect(reasonOf([done], 'DELETION_RECORD')).toMatch(/no name and no Instagram id/);
});

it('keeps its own record for 730 days after the end, and names no day before', () => {
  const until = (completedAt: Date | null) =>
    categoriesOf([done], completedAt, false, COMPLETED).find(({ name }) => name === 'DELETION_RECORD')
      ?.keptUntil;
  expect(until(null)).toBeNull();
  expect(until(COMPLETED)).toEqual(new Date('2028-11-22T18:00:00.000Z'));
});

describe('backups from before the deletion', () => {
  const backups = (now: Date, subjects = [done], completedAt: Date | null = COMPLETED) =>
    categoriesOf(subjects, completedAt, false, now).find(({ name }) => name === 'BACKUPS');
  const END = new Date(COMPLETED.getTime() + 35 * 24 * 3_600_000);

  it('are kept 35 days from its completion, and have expired from that moment on', () => {
    expect(backups(COMPLETED, [done], null)).toMatchObject({ outcome: 'KEPT', keptUntil: null });
    expect(backups(new Date(END.getTime() - 1))).toMatchObject({
      ...{ outcome: 'KEPT', keptUntil: END, reason: expect.stringContaining('35 days at most') },
    });
    expect(backups(END)).toMatchObject({
      ...{ outcome: 'REMOVED', keptUntil: null, reason: expect.stringContaining('expired') },
    });
  });

  it('are not spoken of where nothing was removed', () => {
    expect(backups(COMPLETED, [])).toMatchObject({ outcome: 'NOTHING_HELD', keptUntil: null });
    expect(backups(COMPLETED, [kept])).toMatchObject({ outcome: 'KEPT', keptUntil: null });
  });
});
