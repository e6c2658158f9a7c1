import { type ConnectionFacts, standingOf } from './standing';

const DAY = 86_400_000;
const now = new Date('2026-11-23T10:00:00.000Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);
const granted = inMs(-30 * DAY);
const endedAt = inMs(-2 * DAY);
const lostAt = inMs(-3 * DAY);

const well: ConnectionFacts = {
  appId: 'app',
  grantedAt: granted,
  deauthorizedAt: null,
  tokenExpiresAt: inMs(60 * DAY),
  grantedPermissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
  health: null,
  failedRenewals: 0,
};
const fine = { accessEndedAt: null, accessEnd: null, permissionLostAt: null, evidenceCode: null };
const limited = { grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'] };
const withdrawn = { ...limited, health: { ...fine, permissionLostAt: lostAt } };
const expiring = { tokenExpiresAt: inMs(DAY) };
const failing = { ...expiring, failedRenewals: 2 };
const expired = { tokenExpiresAt: inMs(-DAY) };
const ended = { health: { ...fine, accessEndedAt: endedAt, accessEnd: 'PASSWORD_CHANGED' } };
const otherApp = { appId: 'other' };
const removed = { deauthorizedAt: endedAt };

describe('how a connection stands, the most serious first', () => {
  it.each([
    ['ACTIVE', null, granted, {}],
    ['ACTIVE', null, granted, { health: fine }],
    ['ACTIVE', null, granted, { failedRenewals: 5 }],
    [
      'ACTIVE',
      null,
      granted,
      { grantedPermissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS', 'MANAGE_COMMENTS'] },
    ],
    ['LIMITED', 'PERMISSION_NOT_GRANTED', granted, limited],
    ['LIMITED', 'PERMISSION_NOT_GRANTED', granted, { grantedPermissions: ['BASIC', 'MANAGE_INSIGHTS'] }],
    ['LIMITED', 'ANALYTICS_WITHDRAWN', lostAt, withdrawn],
    ['EXPIRING', 'RENEWAL_AHEAD', inMs(-13 * DAY), expiring],
    ['EXPIRING', 'RENEWAL_FAILING', inMs(-13 * DAY), failing],
    ['EXPIRING', 'RENEWAL_AHEAD', inMs(-DAY), { ...expiring, grantedAt: inMs(-DAY) }],
    ['EXPIRING', 'RENEWAL_FAILING', inMs(-13 * DAY), { ...failing, ...withdrawn }],
    ['RECONNECT_NEEDED', 'ACCESS_EXPIRED', inMs(-DAY), expired],
    ['RECONNECT_NEEDED', 'ACCESS_EXPIRED', inMs(-DAY), { ...expired, ...withdrawn }],
    ['RECONNECT_NEEDED', 'ACCESS_INVALIDATED', null, { tokenExpiresAt: null }],
    ['RECONNECT_NEEDED', 'PASSWORD_CHANGED', endedAt, ended],
    ['RECONNECT_NEEDED', 'PASSWORD_CHANGED', endedAt, { ...failing, ...limited, ...ended }],
    ['RECONNECT_NEEDED', 'PASSWORD_CHANGED', endedAt, { ...expired, ...ended }],
    [
      'RECONNECT_NEEDED',
      'ACCESS_INVALIDATED',
      endedAt,
      { health: { ...ended.health, accessEnd: 'A_WORD_OF_LATER' } },
    ],
    ['RECONNECT_NEEDED', 'OTHER_APP', null, otherApp],
    ['RECONNECT_NEEDED', 'OTHER_APP', null, { ...otherApp, ...ended, ...failing, ...limited }],
    ['DEAUTHORIZED', 'REMOVED_AT_INSTAGRAM', endedAt, removed],
    [
      'DEAUTHORIZED',
      'REMOVED_AT_INSTAGRAM',
      endedAt,
      { ...removed, ...otherApp, ...ended, ...limited, tokenExpiresAt: null },
    ],
  ] as const)('%s, %s since %p: %j', (status, reason, since, facts) => {
    expect(standingOf({ ...well, ...facts }, 'app', now)).toMatchObject({ status, reason, since });
  });

  it.each([
    ['ACTIVE', 14 * DAY + 1],
    ['EXPIRING', 14 * DAY],
    ['EXPIRING', 1],
    ['RECONNECT_NEEDED', 0],
    ['RECONNECT_NEEDED', -1],
  ] as const)('%s with %d ms left', (status, leftMs) => {
    expect(standingOf({ ...well, tokenExpiresAt: inMs(leftMs) }, 'app', now).status).toBe(status);
  });

  it.each([
    ['GRANT', {}],
    ['GRANT', limited],
    ['CHECK', withdrawn],
    ['CLOCK', failing],
    ['CLOCK', expired],
    ['CHECK', ended],
    ['CONFIGURATION', otherApp],
    ['CALLBACK', removed],
    ['CALLBACK', { ...removed, health: { ...fine, accessEndedAt: endedAt } }],
    ['CHECK', { ...removed, health: { ...fine, evidenceCode: 190 } }],
  ] as const)('rests on %s: %j', (evidence, facts) => {
    expect(standingOf({ ...well, ...facts }, 'app', now).evidence).toBe(evidence);
  });
});
