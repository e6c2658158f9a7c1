import type { Refusal, RefusalKind } from '../../instagram/refusals';
import { type Findings, judge, suspicionOf } from './judge-check';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date('2026-11-23T10:00:00.000Z');
const refusal = (kind: RefusalKind, code: number | null = null, subcode: number | null = null): Refusal => ({
  ...{ kind, code, subcode },
});
const password = refusal('token-rejected', 190, 460);
const removed = refusal('app-removed', 190, 458);
const unknown = refusal('bad-request', 100, 33);
const withdrawn = refusal('permission-missing', 10);
const oneAnswers = { asked: 1, refused: 0 };

const findings: Findings = {
  suspicion: 'ACCESS',
  suspectedAt: now,
  confirmations: 0,
  profile: null,
  analytics: null,
  controls: { asked: 0, refused: 0 },
  outage: false,
  now,
};

describe('a check of access', () => {
  it.each<[string, Partial<Findings>, unknown]>([
    ['answered', {}, { kind: 'well' }],
    ['answered, without a suspicion', { suspicion: null }, { kind: 'well' }],
    [
      'refused, others answered',
      { profile: password, controls: oneAnswers },
      { kind: 'ended', end: 'PASSWORD_CHANGED' },
    ],
    [
      'refused, one of two others answered',
      { profile: password, controls: { asked: 2, refused: 1 } },
      { kind: 'ended', end: 'PASSWORD_CHANGED' },
    ],
    [
      'refused, all others too',
      { profile: password, controls: { asked: 2, refused: 2 } },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    [
      'refused again and again, all others too',
      { profile: password, confirmations: 9, controls: { asked: 1, refused: 1 } },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    [
      'refused while Instagram has trouble',
      { profile: password, confirmations: 9, controls: oneAnswers, outage: true },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    [
      'refused, nobody to compare with',
      { profile: password },
      { kind: 'unproven', lookAgainMs: 10 * MINUTE },
    ],
    [
      'refused twice, nobody to compare with',
      { profile: password, confirmations: 1 },
      { kind: 'ended', end: 'PASSWORD_CHANGED' },
    ],
    ['removed', { profile: removed, controls: oneAnswers }, { kind: 'removed' }],
    ['removed, nobody to compare with', { profile: removed }, { kind: 'unproven', lookAgainMs: 10 * MINUTE }],
    [
      'the basic permission gone',
      { profile: withdrawn, controls: oneAnswers },
      { kind: 'ended', end: 'PERMISSION_WITHDRAWN' },
    ],
    ['not found', { profile: unknown, controls: oneAnswers }, { kind: 'unproven', lookAgainMs: 8 * HOUR }],
    [
      'not found three times in an hour',
      { profile: unknown, confirmations: 5, suspectedAt: new Date(now.getTime() - HOUR) },
      { kind: 'unproven', lookAgainMs: 8 * HOUR },
    ],
    [
      'not found for a day, once',
      { profile: unknown, confirmations: 1, suspectedAt: new Date(now.getTime() - 24 * HOUR) },
      { kind: 'unproven', lookAgainMs: 8 * HOUR },
    ],
    [
      'not found for a day, three times',
      { profile: unknown, confirmations: 2, suspectedAt: new Date(now.getTime() - 24 * HOUR) },
      { kind: 'ended', end: 'ACCOUNT_NOT_FOUND' },
    ],
    [
      'not found for a day, while Instagram has trouble',
      { profile: unknown, confirmations: 9, suspectedAt: new Date(0), outage: true },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    ...(['temporary', 'no-answer', 'rate-limited', 'unreadable', 'unsupported', 'bad-request'] as const).map(
      (kind): [string, Partial<Findings>, unknown] => [
        `answered ${kind}, however often`,
        { profile: refusal(kind), confirmations: 9, controls: oneAnswers },
        { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
      ],
    ),
  ])('%s', (_name, change, verdict) => {
    expect(judge({ ...findings, ...change })).toEqual(verdict);
  });
});

describe('a check of the permission to read analytics', () => {
  const analytics: Findings = { ...findings, suspicion: 'ANALYTICS' };
  it.each<[string, Partial<Findings>, unknown]>([
    ['a number came', {}, { kind: 'well' }],
    [
      'refused once',
      { analytics: withdrawn, controls: oneAnswers },
      { kind: 'unproven', lookAgainMs: 10 * MINUTE },
    ],
    ['refused twice', { analytics: withdrawn, confirmations: 1 }, { kind: 'analytics-withdrawn' }],
    [
      'refused twice, while Instagram has trouble',
      { analytics: withdrawn, confirmations: 1, outage: true },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    [
      'a metric was refused',
      { analytics: refusal('bad-request', 100), confirmations: 9 },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
    [
      'access itself is gone',
      { profile: password, controls: oneAnswers },
      { kind: 'ended', end: 'PASSWORD_CHANGED' },
    ],
    [
      'the number says removed, the profile answers',
      { analytics: removed, confirmations: 1 },
      { kind: 'unanswered', lookAgainMs: 15 * MINUTE },
    ],
  ])('%s', (_name, change, verdict) => {
    expect(judge({ ...analytics, ...change })).toEqual(verdict);
  });

  it('does not look at numbers when access was suspected', () => {
    expect(judge({ ...findings, analytics: withdrawn, confirmations: 9 })).toEqual({ kind: 'well' });
  });
});

it.each([
  [password, 'analytics', 'ACCESS'],
  [removed, 'analytics', 'ACCESS'],
  [unknown, 'analytics', 'ACCESS'],
  [withdrawn, 'analytics', 'ANALYTICS'],
  [withdrawn, 'renewal', 'ACCESS'],
  [refusal('bad-request', 100), 'analytics', null],
  [refusal('temporary', 2), 'renewal', null],
  [refusal('rate-limited', 4), 'analytics', null],
] as const)('%j of %s makes us suspect %p', (one, call, suspicion) => {
  expect(suspicionOf(one, call)).toBe(suspicion);
});
