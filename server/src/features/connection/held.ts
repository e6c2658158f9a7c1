import type { Holding, RetentionLine } from '../../platform/database/held';
import { DIGEST_DAYS, UNTIL_DISCONNECTED } from '../deletion';

const CONNECT_ATTEMPT: RetentionLine = {
  name: 'connect-attempt',
  until: 'a day after it ended',
  limits: [{ table: 'connect_attempt', column: 'expires_at', days: 1, forgets: 'row' }],
};

const TOKEN: RetentionLine = {
  name: 'token',
  until: `${UNTIL_DISCONNECTED.until}; also when you remove the app at Instagram or connect again`,
};

/** Of a deauthorize callback nothing but a digest and two times is kept. */
export const DEAUTHORIZATION: RetentionLine = {
  name: 'deauthorization',
  until: `${DIGEST_DAYS} days after it came`,
  limits: [{ table: 'deauthorization', column: 'received_at', days: DIGEST_DAYS, forgets: 'row' }],
};

export const INSTAGRAM_IDS: Holding = {
  name: 'instagram-ids',
  group: 'instagram',
  what: 'Instagram user IDs: the up to three forms that Instagram gives us, encrypted, each with a keyed digest',
  why: 'to read the analytics of the right account, and to find it when Instagram sends a deletion request',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'instagram_connection', column: 'professional_id_sealed' },
};

export const INSTAGRAM_NAMES: Holding = {
  name: 'instagram-names',
  group: 'instagram',
  what: 'Username and display name, encrypted',
  why: 'to show which account is connected',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'instagram_connection', column: 'username_sealed' },
};

export const ACCESS_TOKENS: Holding = {
  name: 'access-token',
  group: 'instagram',
  what: 'Access token, encrypted, and when it ends',
  why: 'to act at Instagram with the permissions you granted',
  kept: TOKEN,
  counted: { table: 'instagram_connection', column: 'token_sealed' },
};

export const CONNECTIONS: Holding = {
  name: 'connection',
  group: 'instagram',
  what: 'Permissions you granted; when you connected and when Instagram last answered',
  why: 'to show what works and what does not',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'instagram_connection', column: 'id' },
};

export const CONNECT_ATTEMPTS: Holding = {
  name: 'connect-attempt',
  group: 'instagram',
  what: 'A connect that you began: a digest, tied to your sign-in',
  why: 'so that only you can finish it, within ten minutes',
  kept: CONNECT_ATTEMPT,
  counted: { table: 'connect_attempt', column: 'state_hash' },
};

export const DEAUTHORIZATIONS: Holding = {
  name: 'deauthorization',
  group: 'instagram',
  what: 'A digest of each message of Instagram that you removed the app, and when it came; nothing ties it to you',
  why: 'to act on the same message once',
  kept: DEAUTHORIZATION,
  counted: null,
};
