import { policyHash } from './policy-hash';

const analytics = { category: 'ANALYTICS', claims: [{ table: 'analytics_day', columns: '*' }] } as const;
const identity = {
  category: 'INSTAGRAM_IDENTITY',
  claims: [{ table: 'instagram_connection', columns: ['username', 'app_scoped_id'] }],
} as const;

it('names the rules, in whatever order they are written', () => {
  const hash = policyHash([analytics, identity]);
  expect(hash).toMatch(/^[\w-]{43}$/);
  const reversed = {
    ...identity,
    claims: [{ ...identity.claims[0], columns: ['app_scoped_id', 'username'] }],
  };
  expect(policyHash([reversed, analytics])).toBe(hash);
});

it.each([
  ['an eraser less', [analytics]],
  ['a column less', [analytics, { ...identity, claims: [{ ...identity.claims[0], columns: ['username'] }] }]],
  ['another category', [{ ...analytics, category: 'INSTAGRAM_IDENTITY' as const }, identity]],
])('is another one with %s', (_what, erasers) => {
  expect(policyHash(erasers)).not.toBe(policyHash([analytics, identity]));
});
