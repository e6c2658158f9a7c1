import type { Sandbox } from './index.ts';
import { ask, authorizationUrl, givenSandbox, REDIRECT_URI } from './testing/person.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await givenSandbox({ app: { redirectUris: [REDIRECT_URI, 'https://app.example/back?from=ig'] } });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

test('asks for the account, then for each permission, and carries the request along', async () => {
  const first = await ask(sandbox, authorizationUrl(sandbox));
  expect(first.status).toBe(200);
  expect(first.text).toContain('value="atelier_mare"');
  expect(first.text).toContain('name="state" value="a state/with + signs"');

  const body = new URL(authorizationUrl(sandbox)).searchParams;
  body.set('account', 'cafe_lisboa');
  const second = await ask(sandbox, '/oauth/authorize', { method: 'POST', body });
  expect(second.text).toContain('value="instagram_business_basic" checked disabled');
  expect(second.text).toContain('value="instagram_business_manage_insights" checked>');
});

test('returns a code, the state as it came, and the fragment that Instagram adds', async () => {
  const location = await sandbox.consent(authorizationUrl(sandbox), { account: 'studio_nord' });
  expect(location.startsWith(`${REDIRECT_URI}?code=AQB`)).toBe(true);
  expect(location.endsWith('#_')).toBe(true);
  expect(new URL(location).searchParams.get('state')).toBe('a state/with + signs');
});

test('keeps a query that the registered address has', async () => {
  const url = authorizationUrl(sandbox, { redirect_uri: 'https://app.example/back?from=ig', state: null });
  const location = await sandbox.consent(url, { account: 'studio_nord' });
  expect(location).toMatch(/^https:\/\/app\.example\/back\?from=ig&code=AQB[\w-]+#_$/);
});

test('cancelling returns the three fields and the state, and grants nothing', async () => {
  const location = await sandbox.consent(authorizationUrl(sandbox), { account: 'studio_nord', cancel: true });
  expect(location).toBe(
    `${REDIRECT_URI}?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request&state=a+state%2Fwith+%2B+signs`,
  );
  expect(sandbox.accounts()[0]?.grants).toEqual([]);
});

test('unticked permissions are not granted, basic always is', async () => {
  const untick = ['instagram_business_basic', 'instagram_business_content_publish'];
  await sandbox.consent(authorizationUrl(sandbox), { account: 'studio_nord', untick });
  expect(sandbox.accounts()[0]?.grants[0]?.scopes).toEqual([
    'instagram_business_basic',
    'instagram_business_manage_insights',
  ]);
});

test('scopes may be parted by spaces', async () => {
  const scope = 'instagram_business_basic instagram_business_manage_insights';
  expect((await ask(sandbox, authorizationUrl(sandbox, { scope }))).status).toBe(200);
});

test.each([
  ['an unknown app', { client_id: '1' }],
  ['an address that is not registered', { redirect_uri: 'http://localhost:4000/elsewhere' }],
  ['a registered address with a slash too many', { redirect_uri: `${REDIRECT_URI}/` }],
  ['no address', { redirect_uri: null }],
  ['another response type', { response_type: 'token' }],
  ['an unknown permission', { scope: 'instagram_business_basic,instagram_business_everything' }],
  ['a permission under its old name', { scope: 'business_basic' }],
  ['permissions without basic', { scope: 'instagram_business_manage_insights' }],
])('%s ends on a page, never on the way back', async (_, change) => {
  const answer = await fetch(authorizationUrl(sandbox, change), { redirect: 'manual' });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('location')).toBeNull();
  expect(answer.headers.get('content-type')).toMatch('text/html');
  await expect(
    sandbox.consent(authorizationUrl(sandbox, change), { account: 'studio_nord' }),
  ).rejects.toThrow('400');
});

test('a personal account ends on a page, unless it is let through', async () => {
  const consent = { account: 'ines_moura' };
  await expect(sandbox.consent(authorizationUrl(sandbox), consent)).rejects.toThrow('personal account');
  sandbox.vary({ personalAccounts: 'let_through' });
  expect(await sandbox.consent(authorizationUrl(sandbox), consent)).toMatch('code=');
});

test('what a page shows is escaped', async () => {
  const { text } = await ask(sandbox, authorizationUrl(sandbox, { state: '"><script>alert(1)</script>' }));
  expect(text).not.toContain('<script>');
});
