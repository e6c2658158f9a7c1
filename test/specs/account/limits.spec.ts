import { requestDeletion } from '../../stand/callbacks';
import type { GraphqlAnswer, Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

let stand: Stand;
afterEach(() => stand.close());

/** The code of a refusal, and how many seconds it asks to wait; null when there was none. */
function refusalOf(answer: GraphqlAnswer): { code: unknown; waitSeconds: number } | null {
  const [error] = answer.errors;
  if (error === undefined) return null;
  const retryAt = Date.parse(String(error.extensions.retryAt));
  return {
    code: error.extensions.code,
    waitSeconds: Math.ceil((retryAt - stand.clock.now().getTime()) / 1000),
  };
}

const LIMITED = { code: 'RATE_LIMITED', waitSeconds: 60 };
const signIn = (person: Person, password: string, ip?: string) =>
  person.execute(
    'mutation ($input: SignInInput!) { signIn(input: $input) { account { id } userErrors { message } } }',
    { input: { email: person.email, password } },
    ip === undefined ? {} : { 'x-forwarded-for': ip },
  );

describe('signing in', () => {
  it('is refused for an account after some attempts in a minute, rightly or wrongly, from wherever', async () => {
    stand = await Stand.open({
      limits: { signInPerAccountMinute: { points: 3, perSeconds: 60 } },
      env: { TRUSTED_PROXIES: '127.0.0.1' },
    });
    const [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
    for (const ip of ['198.51.100.1', '198.51.100.2', '198.51.100.3'])
      expect(refusalOf(await signIn(ana, 'wrong password', ip))).toBeNull();
    ana.email = ` ${ana.email.toUpperCase()} `;
    const answer = await signIn(ana, ana.password, '198.51.100.4');
    expect(refusalOf(answer)).toEqual(LIMITED);
    expect(answer.data).toBeNull();
    expect((await signIn(bea, bea.password)).data.signIn.account).not.toBeNull();

    stand.clock.advance({ seconds: 61 });
    expect((await signIn(ana, ana.password)).data.signIn.account).not.toBeNull();
  });

  it('is refused for an account after some attempts in an hour', async () => {
    stand = await Stand.open({ limits: { signInPerAccountHour: { points: 2, perSeconds: 3600 } } });
    const ana = await stand.givenAccount();
    for (let attempt = 0; attempt < 2; attempt += 1) await signIn(ana, 'wrong password');
    stand.clock.advance({ minutes: 20 });
    expect(refusalOf(await signIn(ana, ana.password))).toEqual({ ...LIMITED, waitSeconds: 2400 });
  });

  it('is not used up for a person by an address that is refused itself', async () => {
    stand = await Stand.open({
      limits: {
        signInPerIp: { points: 1, perSeconds: 60 },
        signInPerAccountMinute: { points: 2, perSeconds: 60 },
      },
      env: { TRUSTED_PROXIES: '127.0.0.1' },
    });
    const ana = await stand.givenAccount();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(ana, 'wrong password', '198.51.100.1');
    const answer = await signIn(ana, ana.password, '198.51.100.2');
    expect(answer.data.signIn.account).not.toBeNull();
  });

  it('is refused for an address after some attempts, whoever is tried', async () => {
    stand = await Stand.open({
      limits: { signInPerIp: { points: 3, perSeconds: 60 } },
      env: { TRUSTED_PROXIES: '127.0.0.1' },
    });
    const ana = await stand.givenAccount();
    const guesser = stand.visitor();
    for (const name of ['a', 'b', 'c']) {
      guesser.email = `${name}@example.com`;
      expect(refusalOf(await signIn(guesser, 'a password', '198.51.100.7'))).toBeNull();
    }
    expect(refusalOf(await signIn(ana, ana.password, '198.51.100.7'))).toEqual(LIMITED);
    expect(refusalOf(await signIn(ana, ana.password, '198.51.100.8'))).toBeNull();
  });

  it('believes no header about the address unless a proxy is trusted', async () => {
    stand = await Stand.open({ limits: { signInPerIp: { points: 1, perSeconds: 60 } } });
    const ana = await stand.givenAccount();
    expect(refusalOf(await signIn(ana, ana.password, '198.51.100.1'))).toBeNull();
    expect(refusalOf(await signIn(ana, ana.password, '198.51.100.2'))).toEqual(LIMITED);
  });
});

it('signing up is limited by address', async () => {
  stand = await Stand.open({ limits: { signUpPerIp: { points: 2, perSeconds: 3600 } } });
  await stand.givenAccount();
  const taken = await stand.visitor().signUp({ email: 'x', password: 'short' });
  expect(taken.account).toBeNull();
  const refused = await stand.visitor().signUp({ email: 'late@example.com' });
  expect(refusalOf(refused)).toEqual({ ...LIMITED, waitSeconds: 3600 });
  stand.clock.advance({ hours: 1, seconds: 1 });
  expect((await stand.visitor().signUp({ email: 'late@example.com' })).account).not.toBeNull();
});

it('connecting is limited by account, and an id that is not one’s own costs no attempt', async () => {
  stand = await Stand.open({ limits: { connectPerAccount: { points: 2, perSeconds: 3600 } } });
  const [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
  const connect =
    'mutation ($id: ID) { connectInstagram(input: { connectionId: $id }) { authorizationUrl } }';
  for (let attempt = 0; attempt < 3; attempt += 1)
    expect(refusalOf(await ana.execute(connect, { id: 'conn_x' }))?.code).toBe('NOT_FOUND');
  for (let attempt = 0; attempt < 2; attempt += 1) expect(refusalOf(await ana.execute(connect))).toBeNull();
  expect(refusalOf(await ana.execute(connect))).toEqual({ ...LIMITED, waitSeconds: 3600 });
  expect(refusalOf(await bea.execute(connect))).toBeNull();
});

describe('looking up confirmation codes', () => {
  const lookUp = (code: string) =>
    stand
      .visitor()
      .execute('query ($code: String!) { deletionStatus(confirmationCode: $code) { state } }', { code });
  const page = async (code: string) => (await stand.visitor().fetch(`/deletion-status/${code}`)).status;
  const unknown = (letter: string) => letter.repeat(26);

  beforeEach(async () => {
    stand = await Stand.open({ limits: { unknownCodePerIp: { points: 4, perSeconds: 60 } } });
  });

  it('counts what is not found, on the page and in the query together', async () => {
    expect(refusalOf(await lookUp(unknown('A')))).toBeNull();
    expect(await page(unknown('B'))).toBe(404);
    expect(refusalOf(await lookUp('not a code'))).toBeNull();
    expect(await page('not-a-code')).toBe(404);
    expect(refusalOf(await lookUp(unknown('C')))).toEqual(LIMITED);
    expect(await page(unknown('D'))).toBe(429);
    stand.clock.advance({ seconds: 61 });
    expect(refusalOf(await lookUp(unknown('E')))).toBeNull();
    expect(await page(unknown('F'))).toBe(404);
  });

  it('never counts nor refuses what is found', async () => {
    const code = await requestDeletion(stand, stand.sandbox.sign({ userId: 'unknown' }));
    for (let time = 0; time < 6; time += 1) {
      expect((await lookUp(code)).data.deletionStatus).toEqual({ state: 'RECEIVED' });
      expect(await page(code)).toBe(200);
    }
    for (const letter of 'ABCDE') await lookUp(unknown(letter));
    expect(refusalOf(await lookUp(unknown('F')))).toEqual(LIMITED);
    expect((await lookUp(code)).data.deletionStatus).toEqual({ state: 'RECEIVED' });
    expect(await page(code)).toBe(200);
  });
});
