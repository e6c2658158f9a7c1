import { createHash } from 'node:crypto';
import { createGraphInstagram } from '../../server/src/instagram/graph-instagram';
import type { Instagram } from '../../server/src/instagram/instagram';
import { Secret } from '../../server/src/platform/secret';
import { signBytes, unixSeconds } from './callbacks';
import type { Person } from './person';
import type { Stand } from './stand';

const APP_ID = '860741829305799';
const APP_SECRET = 'crowd-secret';

/** One of many: an account of ours with a connection to an Instagram account of its own. */
export interface Member {
  readonly number: number;
  readonly person: Person;
  readonly connectionId: string;
}

const username = (number: number): string => `member_${number}_of_the_crowd`;
const idOf = (kind: string, number: number): string => `${kind}${String(number).padStart(14, '0')}`;

/**
 * Instagram with as many accounts as a spec wants, in this process: the sandbox has four. Whoever comes with the code N is
 * the N-th; callbacks are signed and read as ever.
 */
export function crowdInstagram(): Instagram {
  const unreachable = 'http://127.0.0.1:9';
  const real = createGraphInstagram({
    ...{ appId: APP_ID, appSecret: new Secret(APP_SECRET), graphVersion: 'v26.0' },
    ...{ authorizeUrl: unreachable, apiUrl: unreachable, graphUrl: unreachable },
  });
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
  const numberOf = (token: Secret): number => Number(token.reveal().split('-')[1]);
  return {
    ...real,
    redeemCode: ({ code }) =>
      ok({
        token: new Secret(`short-${code}`),
        exchangeUserId: idOf('31', Number(code)),
        permissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
      }),
    extendToken: (short) =>
      ok({ token: new Secret(`long-${numberOf(short)}`), expiresInSeconds: 60 * 24 * 3600 }),
    profile: (token) =>
      ok({
        appScopedId: idOf('27', numberOf(token)),
        professionalId: idOf('17', numberOf(token)),
        username: username(numberOf(token)),
        name: null,
        professional: true,
        followersCount: 1000 + numberOf(token),
      }),
    dailyReach: (token, _account, { from }) => ok(new Map([[from, 100 + numberOf(token)]])),
    dayTotals: (token) => ok({ values: new Map([['VIEWS', 500 + numberOf(token)]]), missing: new Map() }),
    unsubscribe: () => ok(undefined),
    withdrawAccess: () => ok(undefined),
  };
}

/** So many people sign up and connect, each with a first collection of analytics. */
export async function givenCrowd(stand: Stand, count: number, from = 0): Promise<Member[]> {
  const members: Member[] = [];
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  await atOnce(numbers, 6, async (number) => {
    const person = await stand.givenAccount(`member${number}@example.com`);
    members.push({ number, person, connectionId: await connectMember(person, number) });
  });
  await stand.drain();
  return members.sort((a, b) => a.number - b.number);
}

/** Connects the N-th Instagram account. */
export async function connectMember(person: Person, number: number): Promise<string> {
  const state = new URL(await person.startConnect()).searchParams.get('state') ?? '';
  const back = await person.comeBack(`${person.stand.url}/meta/oauth/callback?code=${number}&state=${state}`);
  if (back.connectionId === null) throw new Error(`connecting member ${number} ended as ${back.outcome}`);
  return back.connectionId;
}

/** What Meta would sign about the N-th. */
export function signedFor(stand: Stand, number: number): string {
  const payload = {
    algorithm: 'HMAC-SHA256',
    user_id: idOf('27', number),
    issued_at: unixSeconds(stand.clock.now()),
  };
  return signBytes(JSON.stringify(payload), APP_SECRET);
}

/** A choice that is the same in every run: k of n, by the seed's digest. */
export function chosen<T>(all: readonly T[], count: number, seed: string): T[] {
  const order = (index: number) => createHash('sha256').update(`${seed}|${index}`).digest('hex');
  return all
    .map((one, index) => ({ one, rank: order(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
}

/** Works through a list with so many at once. */
export async function atOnce<T>(
  all: readonly T[],
  width: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
