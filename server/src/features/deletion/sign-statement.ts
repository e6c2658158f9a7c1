import { CompactSign } from 'jose';
import type { EntityManager } from 'typeorm';
import type { SigningKeys } from '../../platform/vault';

/** Signs claims as a compact JWS of a type, with the key that signs at this moment. */
export async function signStatement(
  tx: EntityManager,
  keys: SigningKeys,
  typ: string,
  claims: object,
): Promise<string> {
  const { id, privateKey } = await keys.current(tx);
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: id, typ })
    .sign(privateKey);
}

/** The key that signed a statement of our own. */
export const signerOf = (jws: string): string =>
  (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8')) as { kid: string }).kid;

/** "2026-11-23T14:02Z": no time in a statement is finer. */
export const minute = (moment: Date): string => `${moment.toISOString().slice(0, 16)}Z`;
