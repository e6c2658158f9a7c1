import { answerBy, askableAfter, isFresh, movesUntil, stageAt } from './transfer-terms';

const ASKED = new Date('2026-11-23T18:00:00.000Z');
const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

it('gives 72 hours to answer, 7 days to come, and 30 days of rest', () => {
  expect(answerBy(ASKED).toISOString()).toBe('2026-11-26T18:00:00.000Z');
  expect(movesUntil(answerBy(ASKED)).toISOString()).toBe('2026-12-03T18:00:00.000Z');
  expect(askableAfter(ASKED).toISOString()).toBe('2026-12-23T18:00:00.000Z');
});

it.each([
  ['when it was asked', 0, 'ASKED'],
  ['a moment before the time is over', 72 * 3_600_000 - 1, 'ASKED'],
  ['when the time is over', 72 * 3_600_000, 'READY'],
  ['a moment before a week is over', (72 + 168) * 3_600_000 - 1, 'READY'],
  ['when the week is over', (72 + 168) * 3_600_000, 'LAPSED'],
])('is, %s, as it should be', (_when, ms, stage) => {
  expect(stageAt(answerBy(ASKED), after(ASKED, ms))).toBe(stage);
});

it('takes a proof for a quarter of an hour', () => {
  expect(isFresh(ASKED, after(ASKED, 15 * 60_000 - 1))).toBe(true);
  expect(isFresh(ASKED, after(ASKED, 15 * 60_000))).toBe(false);
});
