import { Stand } from '../../stand/stand';

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand.close());

const VIEWER = '{ viewer { email } }';

describe('signing in and out', () => {
  it('signs in with the right password, and out again', async () => {
    const ana = await stand.givenAccount('ana.in@example.com');
    await ana.signOut();
    expect((await ana.execute(VIEWER)).data.viewer).toBeNull();
    const payload = await ana.signIn();
    expect(payload.account.email).toBe('ana.in@example.com');
    expect((await ana.execute(VIEWER)).data.viewer.email).toBe('ana.in@example.com');
  });

  it('gives one answer for a wrong password and for an unknown address', async () => {
    const ana = await stand.givenAccount('ana.same@example.com');
    const wrong = await ana.signIn('not my password');
    const stranger = stand.visitor();
    stranger.email = 'nobody@example.com';
    expect(await stranger.signIn('not my password')).toEqual(wrong);
    expect(wrong).toEqual({
      account: null,
      userErrors: [
        { __typename: 'WrongCredentials', message: 'Email or password is not right.', path: null },
      ],
    });
    expect(stranger.sessionId).toBeUndefined();
  });

  it('gives a fresh session at each sign-in, and ends the one before', async () => {
    const ana = await stand.givenAccount('ana.fresh@example.com');
    const first = ana.sessionId;
    await ana.signIn();
    expect(ana.sessionId).not.toBe(first);
    const old = await fetch(`${stand.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `sid=${first}` },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(await old.json()).toEqual({ data: { viewer: null } });
  });

  it('ends a session after a day without use, and after thirty days of use', async () => {
    const idle = await stand.givenAccount('idle@example.com');
    const busy = await stand.givenAccount('busy@example.com');
    const began = stand.clock.now();
    for (let day = 0; day < 30; day += 1) {
      stand.clock.advance({ hours: 23, minutes: 59 });
      expect((await busy.execute(VIEWER)).data.viewer).not.toBeNull();
    }
    expect((await idle.execute(VIEWER)).data.viewer).toBeNull();
    stand.clock.advance({ hours: 1 });
    expect((await busy.execute(VIEWER)).data.viewer).toBeNull();
    stand.clock.set(began);
  });

  it('keeps the cookie from scripts and other sites, and stores only its digest', async () => {
    const response = await stand.visitor().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { signUp(input: { email: "cookie@example.com", password: "zebra-41", timeZone: "UTC" }) { account { id } } }`,
      }),
    });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('sid=')) ?? '';
    expect(cookie).toMatch(/^sid=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const value = /^sid=([\w-]+)/.exec(cookie)?.[1] ?? '';
    const rows = await stand.app.dataSource.query('select session::text as text from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(value);
  });
});
