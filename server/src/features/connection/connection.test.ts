import { type ConnectionFacts, missingPermissions, statusOf, timing } from './connection';

const DAY = 86_400_000;
const now = new Date('2026-11-23T10:00:00.000Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

const well: ConnectionFacts = {
  appId: 'app',
  deauthorizedAt: null,
  tokenExpiresAt: inMs(60 * DAY),
  grantedPermissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
};
const limited = { grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'] };
const expiring = { tokenExpiresAt: inMs(DAY) };
const noToken = { tokenExpiresAt: null };
const otherApp = { appId: 'other' };
const removed = { deauthorizedAt: now };

describe('the status, the most serious first', () => {
  it.each([
    ['ACTIVE', {}],
    ['ACTIVE', { grantedPermissions: [...well.grantedPermissions, 'MANAGE_COMMENTS'] }],
    ['LIMITED', limited],
    ['LIMITED', { grantedPermissions: ['BASIC', 'MANAGE_INSIGHTS'] }],
    ['EXPIRING', expiring],
    ['EXPIRING', { ...expiring, ...limited }],
    ['RECONNECT_NEEDED', noToken],
    ['RECONNECT_NEEDED', otherApp],
    ['RECONNECT_NEEDED', { ...otherApp, ...expiring, ...limited }],
    ['DEAUTHORIZED', removed],
    ['DEAUTHORIZED', { ...removed, ...noToken, ...otherApp, ...limited }],
  ] as const)('%s: %j', (status, facts) => {
    expect(statusOf({ ...well, ...facts }, 'app', now)).toBe(status);
  });

  it.each([
    ['ACTIVE', 14 * DAY + 1],
    ['EXPIRING', 14 * DAY],
    ['EXPIRING', 1],
    ['RECONNECT_NEEDED', 0],
    ['RECONNECT_NEEDED', -1],
  ] as const)('%s with %d ms left', (status, leftMs) => {
    expect(statusOf({ ...well, tokenExpiresAt: inMs(leftMs) }, 'app', now)).toBe(status);
  });
});

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
