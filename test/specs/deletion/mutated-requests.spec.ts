import { readSignedRequest } from '../../../server/src/instagram/signed-request';
import { Secret } from '../../../server/src/platform/secret';
import { type Forge, genuineRequest, type Mutant, mutant } from '../../meta/src/testing/mutants.ts';
import { verify } from '../../meta/src/testing/verifier.ts';
import { CALLBACK_ROUTES } from '../../stand/callbacks';
import { FULL, randomOf } from '../../stand/full';
import { givenPair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const SEED = 20_261_123;
const MUTANTS = 100_000;
/** How many of them go through the door itself, which reads them with the same function. */
const AT_THE_DOOR = FULL ? 20_000 : 2_000;

const NOW = new Date('2026-11-23T18:00:00Z');
const SECRET = '0123456789abcdef0123456789abcdef';
const forge: Forge = { random: randomOf(SEED), secret: SECRET, now: NOW.getTime() / 1000 };
const read = (value: string) => readSignedRequest(value, [new Secret(SECRET)], NOW);

it(`${MUTANTS} changed requests: none is accepted that our secret did not sign, and a second reader agrees on all`, () => {
  const wrong: Mutant[] = [];
  let accepted = 0;
  for (let count = 0; count < MUTANTS; count += 1) {
    const made = mutant(forge);
    const reading = read(made.value);
    const other = verify(made.value, [SECRET], NOW.getTime());
    const agreed = reading.ok
      ? other?.userId === reading.userId && other.issuedAt * 1000 === reading.issuedAt.getTime()
      : other === null;
    if (!agreed || (reading.ok && !made.signed)) wrong.push(made);
    if (reading.ok) accepted += 1;
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // Those that were signed over another harmless payload: the comparison sees both answers.
  expect(accepted).toBeGreaterThan(500);
});

it('10000 genuine requests: every one is accepted, by both readers', () => {
  for (let count = 0; count < 10_000; count += 1) {
    const value = genuineRequest(forge);
    const other = verify(value, [SECRET], NOW.getTime());
    expect(read(value)).toMatchObject({
      ...{ ok: true, userId: other?.userId, issuedAt: new Date((other?.issuedAt ?? 0) * 1000) },
    });
  }
});

describe('at the door', () => {
  let stand: Stand;
  let door: Forge;
  beforeAll(async () => {
    stand = await Stand.open();
    await givenPair(stand);
    door = {
      random: randomOf(SEED),
      secret: stand.sandbox.app.secret,
      now: stand.clock.now().getTime() / 1000,
    };
  });
  afterAll(() => stand.close());

  /** Without a network between, so that thousands go through. */
  const knock = async (url: string, value: string): Promise<number> => {
    const payload = new URLSearchParams({ signed_request: value }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await stand.app.http.inject({ method: 'POST', url, payload, headers })).statusCode;
  };

  it(
    `${AT_THE_DOOR} changed requests: each is refused with 400, and nothing changes`,
    async () => {
      const before = await snapshot(stand.app.dataSource);
      const answers = new Set<number>();
      for (let count = 0; count < AT_THE_DOOR; ) {
        const { value, signed } = mutant(door);
        if (signed && verify(value, [door.secret], stand.clock.now().getTime()) !== null) continue;
        answers.add(await knock(CALLBACK_ROUTES[count % 2] ?? '', value));
        count += 1;
      }
      expect([...answers]).toEqual([400]);
      expect(await snapshot(stand.app.dataSource)).toEqual(before);
    },
    FULL ? 300_000 : 60_000,
  );

  it('200 genuine requests: each is taken', async () => {
    for (let count = 0; count < 200; count += 1)
      expect(await knock(CALLBACK_ROUTES[count % 2] ?? '', genuineRequest(door))).toBe(200);
  });
});
