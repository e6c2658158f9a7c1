import { createRequire } from 'node:module';
import { type Forge, genuineRequest, mutant } from '../../meta/src/testing/mutants.ts';
import { verify } from '../../meta/src/testing/verifier.ts';

type Reader = typeof import('../../../server/src/instagram/signed-request');
type SecretCode = typeof import('../../../server/src/platform/secret');

const require = createRequire(import.meta.url);
const { readSignedRequest }: Reader = require('../../../server/dist/instagram/signed-request.js');
const { Secret }: SecretCode = require('../../../server/dist/platform/secret.js');

const SECRET = '0123456789abcdef0123456789abcdef';

/**
 * Reads so many changed `signed_request`s, and a hundredth as many genuine ones, with the built server's code and with a
 * reader of our own that shares nothing with it. Throws when they disagree, when one is accepted that the secret did not
 * sign, or when a genuine one is refused; prints how many there were of each kind and what reading one costs.
 */
export async function benchSignedRequests(mutants = 1_000_000): Promise<void> {
  const now = new Date();
  const forge: Forge = { random: Math.random, secret: SECRET, now: Math.floor(now.getTime() / 1000) };
  const secrets = [new Secret(SECRET)];
  const kinds = new Map<string, number>();
  let [accepted, reading] = [0, 0];
  const read = (value: string, mustBe: boolean | null): boolean => {
    const begun = performance.now();
    const answer = readSignedRequest(value, secrets, now);
    reading += performance.now() - begun;
    const other = verify(value, [SECRET], now.getTime());
    const same = answer.ok
      ? other?.userId === answer.userId && other.issuedAt * 1000 === answer.issuedAt.getTime()
      : other === null;
    if (!same || (mustBe !== null && answer.ok !== mustBe)) throw new Error(`wrongly read: ${value}`);
    return answer.ok;
  };

  for (let count = 0; count < mutants; count += 1) {
    const { how, value, signed } = mutant(forge);
    kinds.set(how, (kinds.get(how) ?? 0) + 1);
    if (read(value, signed ? null : false)) accepted += 1;
  }
  const genuine = Math.ceil(mutants / 100);
  for (let count = 0; count < genuine; count += 1) read(genuineRequest(forge), true);

  for (const [how, count] of [...kinds].sort()) console.log(`${String(count).padStart(9)}  ${how}`);
  console.log(
    `${mutants} changed: 0 accepted that our secret did not sign, ${accepted} that it did; ` +
      `${genuine} genuine: ${genuine} accepted; ${((reading * 1000) / (mutants + genuine)).toFixed(1)} µs each`,
  );
}
