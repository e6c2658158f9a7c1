import { createHash } from 'node:crypto';

/** Without the letters and digits that look alike. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * The short name under which the log speaks of a connection: 12 letters and digits, always the same for the connection.
 * It is made of our own random id, from which it cannot be turned back, and of nothing that came from Instagram.
 */
export function diagnosticId(connectionId: string): string {
  const digest = createHash('sha256').update(`diagnostic|${connectionId}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
