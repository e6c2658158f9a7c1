import type { HttpOutcome } from '../../../platform/http';
import { explain } from './explain-reply';
import { reviewPermissions } from './permissions';
import { remarksAbout } from './review';

const facts = (lastUses: Record<string, string>, granted: Record<string, number>) =>
  ({
    lastUses: new Map(Object.entries(lastUses)),
    granted: new Map(Object.entries(granted)),
    today: '2026-11-23',
  }) as Parameters<typeof reviewPermissions>[0];

const warnings = (...given: Parameters<typeof facts>) =>
  Object.fromEntries(
    reviewPermissions(facts(...given)).map(({ permission, warnings: said }) => [permission, said]),
  );

it('warns of a permission that every connect asks for and nothing uses', () => {
  expect(warnings({}, {})).toEqual({
    BASIC: [],
    CONTENT_PUBLISH: [expect.stringContaining('nothing in this version uses it')],
    MANAGE_INSIGHTS: [],
    MANAGE_COMMENTS: [],
  });
});

it('warns of a permission that was granted and not used for more than thirty days', () => {
  const granted = { BASIC: 2, MANAGE_INSIGHTS: 1, MANAGE_COMMENTS: 1 };
  expect(warnings({ profile: '2026-10-24', dailyReach: '2026-10-23' }, granted)).toMatchObject({
    BASIC: [],
    MANAGE_INSIGHTS: ['1 connection has granted it, and no call has used it since 2026-10-23.'],
    MANAGE_COMMENTS: ['1 connection has granted it, and no call has used it yet.'],
  });
  // The newest of its calls counts.
  const uses = { dailyReach: '2026-01-01', dayTotals: '2026-11-23' };
  expect(warnings(uses, granted).MANAGE_INSIGHTS).toEqual([]);
});

const answered = (status: number): HttpOutcome => ({
  answered: true,
  ...{ status, headers: status === 301 ? { location: 'https://final.example/' } : {}, body: Buffer.from('') },
});
const silent = (reason: 'unreachable' | 'timeout' | 'cut-off', code: string | null): HttpOutcome => ({
  answered: false,
  ...{ reason, code },
});

it.each([
  [silent('cut-off', 'CERT_HAS_EXPIRED'), 'certificate'],
  [silent('cut-off', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
  [silent('cut-off', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
  [silent('cut-off', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'whole chain'],
  [silent('unreachable', 'ENOTFOUND'), 'DNS'],
  [silent('unreachable', 'ECONNREFUSED'), 'Nothing listens'],
  [silent('timeout', null), 'in time'],
  [silent('cut-off', null), 'broke'],
  [answered(301), 'redirects to https://final.example/,'],
  [answered(308), 'redirects,'],
  [answered(404), 'proxy pass'],
  [answered(403), 'exempt'],
  [answered(429), 'exempt'],
  [answered(400), 'INSTAGRAM_APP_SECRET'],
  [answered(503), 'database'],
  [answered(502), 'both logs'],
  [answered(200), 'not this server'],
])('says what to do about %j', (outcome, said) => {
  expect(explain(outcome, 'callback')).toContain(said);
});

it('tells the kinds of request apart', () => {
  expect(explain(answered(404), 'challenge')).toContain('META_WEBHOOK_VERIFY_TOKEN');
  expect(explain(answered(400), 'challenge')).toContain('META_WEBHOOK_VERIFY_TOKEN');
  expect(explain(answered(200), 'forgery')).toContain('Do not go live');
  expect(explain(answered(200), 'status-page')).toContain('worker');
});

it('remarks on an address that Meta could not call', () => {
  expect(remarksAbout('https://app.example', true)).toEqual([]);
  expect(remarksAbout('http://localhost:4000', false)).toHaveLength(3);
});
