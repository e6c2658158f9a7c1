import { missingPermissions, timing } from './connection';

const DAY = 86_400_000;

it.each([
  [['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'], []],
  [['MANAGE_INSIGHTS', 'BASIC'], ['CONTENT_PUBLISH']],
  [['BASIC'], ['CONTENT_PUBLISH', 'MANAGE_INSIGHTS']],
  [[], ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS']],
])('of %j, %j is missing', (granted, missing) => {
  expect(missingPermissions(granted)).toEqual(missing);
});

describe('a callback against a grant', () => {
  const issuedAt = new Date('2026-11-23T10:00:00.000Z');
  const granted = (ms: number) => new Date(issuedAt.getTime() + ms);

  it.each([
    ['granted-before', -DAY],
    ['granted-before', 0],
    // Meta's clock has whole seconds: a grant within the same one is not after it.
    ['granted-before', 999],
    ['uncertain', 1000],
    ['uncertain', 300_000],
    ['uncertain', 300_999],
    ['granted-after', 301_000],
    ['granted-after', DAY],
  ] as const)('%s at %d ms', (expected, ms) => {
    expect(timing(granted(ms), issuedAt)).toBe(expected);
  });
});
