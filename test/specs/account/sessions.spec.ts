import type { GraphqlAnswer, Person } from '../../stand/person';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const LIST = '{ viewer { sessions { id device signedInAt lastUsedAt current } } }';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }`;
const END = `mutation ($id: ID!) {
  endSession(input: { sessionId: $id }) { account { sessions { id } } userErrors { __typename path } }
}`;
const END_OTHERS =
  'mutation { endOtherSessions { account { sessions { id current } } userErrors { __typename } } }';
const CONFIRM = `mutation ($password: String!) {
  confirmPassword(input: { password: $password }) { expiresAt userErrors { __typename path } }
}`;

let stand: Stand;
let ana: Person;
let bea: Person;
/** When the test began. */
let began: number;
beforeAll(async () => {
  stand = await Stand.open();
});
beforeEach(async () => {
  [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
  began = stand.clock.now().getTime();
});
afterAll(() => stand.close());

/** So many minutes after the test began. */
const at = (minutes: number) => new Date(began + minutes * 60_000).toISOString();

async function signedIn(person: Person, userAgent: string): Promise<Person> {
  const browser = stand.visitor();
  browser.email = person.email;
  const input = { email: person.email, password: person.password };
  await browser.execute(SIGN_IN, { input }, { 'user-agent': userAgent });
  return browser;
}

interface Listed {
  readonly id: string;
  readonly device: string | null;
  readonly current: boolean;
}
const list = async (person: Person): Promise<Listed[]> => (await person.execute(LIST)).data.viewer.sessions;
const isSignedIn = async (person: Person) => (await person.execute('{ viewer { id } }')).data.viewer !== null;
const typesOf = (answer: GraphqlAnswer, field: string) =>
  answer.data[field].userErrors.map((error: { __typename: string }) => error.__typename);
/** Every row of sessions, which snapshots leave out: being used changes one. */
const rows = () =>
  stand.app.dataSource.query('select id, account_id, id_hash, confirmed_at from session order by id');
async function changesNothing(attempt: () => Promise<void>): Promise<void> {
  const before = [await rows(), await snapshot(stand.app.dataSource)];
  await attempt();
  expect([await rows(), await snapshot(stand.app.dataSource)]).toEqual(before);
}

// ASVS 7.5.2.
describe('the list of sessions', () => {
  it('names each browser, when it was signed in and last used, and which one asks', async () => {
    stand.clock.advance({ minutes: 10 });
    const phone = await signedIn(ana, SAFARI);
    stand.clock.advance({ hours: 2 });
    const desk = await signedIn(ana, FIREFOX);
    await phone.execute('{ viewer { id } }');
    stand.clock.advance({ minutes: 5 });

    expect((await desk.execute(LIST)).data.viewer.sessions).toEqual([
      session('Firefox on Windows', 130, 135, true),
      session('Safari on iPhone', 10, 130, false),
      session('a browser', 0, 0, false),
    ]);
    expect((await list(phone)).map(({ device, current }) => [device, current])).toEqual([
      ['Safari on iPhone', true],
      ['Firefox on Windows', false],
      ['a browser', false],
    ]);
    expect(await list(bea)).toHaveLength(1);
  });

  const session = (device: string, signedInAt: number, lastUsedAt: number, current: boolean) => ({
    id: expect.stringMatching(/^sess_[0-9a-f]{32}$/),
    device,
    signedInAt: at(signedInAt),
    lastUsedAt: at(lastUsedAt),
    current,
  });

  it('leaves out what is over, also before it is removed', async () => {
    const phone = await signedIn(ana, SAFARI);
    stand.clock.advance({ hours: 13 });
    expect(await isSignedIn(ana)).toBe(true);
    stand.clock.advance({ hours: 12 });
    expect(await list(ana)).toHaveLength(1);
    expect(await isSignedIn(phone)).toBe(false);
  });

  it('says that a browser is not known when it was not kept, and repeats nothing that a browser wrote', async () => {
    await signedIn(ana, '<script>alert("hello")</script>');
    const [own] = await list(ana);
    await stand.app.dataSource.query('update session set user_agent_sealed = null where id = $1', [
      rowIdOf(own?.id ?? ''),
    ]);
    const devices = (await list(ana)).map(({ device }) => device);
    expect(devices.sort()).toEqual(['a browser', null]);
  });

  it('keeps how a browser names itself sealed alone, and cut', async () => {
    const phone = await signedIn(ana, `${SAFARI} canary-${'x'.repeat(2000)}`);
    expect(await rowsWith(stand.app.dataSource, 'iPhone')).toEqual({});
    expect(await rowsWith(stand.app.dataSource, 'canary')).toEqual({});
    const [{ longest }] = await stand.app.dataSource.query(
      'select max(length(user_agent_sealed)) as longest from session',
    );
    expect(longest).toBeLessThan(700);
    expect((await list(phone))[0]?.device).toBe('Safari on iPhone');
  });

  it('is nothing for whoever is not signed in', async () => {
    expect((await stand.visitor().execute(LIST)).data).toEqual({ viewer: null });
  });
});

describe('ending a session', () => {
  it('signs that browser out and no other, of nobody', async () => {
    const [phone, desk] = [await signedIn(ana, SAFARI), await signedIn(ana, FIREFOX)];
    const id = (await list(ana)).find(({ device }) => device === 'Safari on iPhone')?.id;
    const answer = await ana.execute(END, { id });
    expect(answer.data.endSession.userErrors).toEqual([]);
    expect(answer.data.endSession.account.sessions).toHaveLength(2);
    const signed = await Promise.all([ana, phone, desk, bea].map(isSignedIn));
    expect(signed).toEqual([true, false, true, true]);
  });

  it('finds nothing behind the id of somebody else’s, of none, of another kind, or of one that ended', async () => {
    const [hers] = await list(bea);
    await signedIn(ana, SAFARI);
    const gone = (await list(ana)).find(({ current }) => !current)?.id;
    await ana.execute(END, { id: gone });
    for (const id of [hers?.id, `sess_${'0'.repeat(32)}`, await ana.accountId(), 'x', gone]) {
      await changesNothing(async () => {
        const answer = await ana.execute(END, { id });
        expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
      });
    }
    expect(await isSignedIn(bea)).toBe(true);
  });

  it('does not end the one that asks', async () => {
    const [own] = await list(ana);
    await changesNothing(async () => {
      expect(typesOf(await ana.execute(END, { id: own?.id }), 'endSession')).toEqual(['SessionIsThisOne']);
    });
  });

  it('ends all others at once, and those of nobody else', async () => {
    const others = [await signedIn(ana, SAFARI), await signedIn(ana, FIREFOX)];
    const neighbour = await signedIn(bea, FIREFOX);
    const answer = await ana.execute(END_OTHERS);
    expect(answer.data.endOtherSessions).toEqual({
      account: { sessions: [expect.objectContaining({ current: true })] },
      userErrors: [],
    });
    expect(await Promise.all([ana, ...others].map(isSignedIn))).toEqual([true, false, false]);
    expect(await Promise.all([bea, neighbour].map(isSignedIn))).toEqual([true, true]);
  });

  it('is for whoever is signed in', async () => {
    for (const [query, variables] of [
      [END, { id: 'sess_x' }],
      [END_OTHERS],
      [CONFIRM, { password: 'x' }],
    ] as const) {
      const answer = await stand.visitor().execute(query, variables);
      expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('a recent password', () => {
  const confirm = async (person: Person, password = person.password) =>
    (await person.execute(CONFIRM, { password })).data.confirmPassword;

  it('is asked for from five minutes after it was typed; until then signing in was enough', async () => {
    await signedIn(ana, SAFARI);
    stand.clock.advance({ minutes: 5 });
    expect(typesOf(await ana.execute(END_OTHERS), 'endOtherSessions')).toEqual([]);
    const phone = await signedIn(ana, SAFARI);
    stand.clock.advance({ seconds: 1 });
    const id = (await list(ana)).find(({ current }) => !current)?.id;
    await changesNothing(async () => {
      expect(typesOf(await ana.execute(END_OTHERS), 'endOtherSessions')).toEqual(['PasswordNeeded']);
      expect(typesOf(await ana.execute(END, { id }), 'endSession')).toEqual(['PasswordNeeded']);
    });
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('counts for five minutes in this browser alone, which goes on in a fresh cookie', async () => {
    const phone = await signedIn(ana, SAFARI);
    stand.clock.advance({ hours: 1 });
    const copied = ana.at(stand);
    expect(await confirm(ana)).toEqual({ expiresAt: at(65), userErrors: [] });
    expect(await Promise.all([ana, copied].map(isSignedIn))).toEqual([true, false]);
    expect(typesOf(await phone.execute(END_OTHERS), 'endOtherSessions')).toEqual(['PasswordNeeded']);
    expect(typesOf(await ana.execute(END_OTHERS), 'endOtherSessions')).toEqual([]);
    expect(await isSignedIn(phone)).toBe(false);
  });

  it('is not what is wrong, and then nothing changes', async () => {
    stand.clock.advance({ hours: 1 });
    await changesNothing(async () => {
      expect(await confirm(ana, 'not my password')).toEqual({
        expiresAt: null,
        userErrors: [{ __typename: 'PasswordWrong', path: ['password'] }],
      });
    });
    expect(typesOf(await ana.execute(END_OTHERS), 'endOtherSessions')).toEqual(['PasswordNeeded']);
  });
});
