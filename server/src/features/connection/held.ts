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

/** How long it is remembered how renewals and checks went. */
const CHECK_DAYS = 90;

/** Longer than any access lasts: a warning that was forgotten would be given again. */
const WARNING_DAYS = 365;

const CHECK: RetentionLine = {
  name: 'connection-check',
  until: `${CHECK_DAYS} days after it; also when ${UNTIL_DISCONNECTED.until}`,
  limits: [{ table: 'connection_check', column: 'at', days: CHECK_DAYS, forgets: 'row' }],
};

const WARNING: RetentionLine = {
  name: 'connection-warning',
  until: `${WARNING_DAYS} days after it; also when ${UNTIL_DISCONNECTED.until}`,
  limits: [{ table: 'connection_warning', column: 'told_at', days: WARNING_DAYS, forgets: 'row' }],
};

/** Long enough to tell a repeat of Meta's, which comes within 36 hours, and to see what was busy lately. */
const EVENT_DAYS = 30;

const EVENT: RetentionLine = {
  name: 'instagram-event',
  until: `${EVENT_DAYS} days after it came, or ${UNTIL_DISCONNECTED.until}`,
  limits: [{ table: 'instagram_event', column: 'received_at', days: EVENT_DAYS, forgets: 'row' }],
};

/** Overwritten by the next use; there is one row for each kind of call. */
export const PERMISSION_USE: RetentionLine = {
  name: 'permission-use',
  until: 'the call is used again',
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

export const INSTAGRAM_PICTURE: Holding = {
  name: 'instagram-picture',
  group: 'instagram',
  what: 'Profile picture, a small copy of it, encrypted, and when we fetched it',
  why: 'to show which account is connected, without your browser asking Instagram',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'connection_picture', column: 'picture_sealed' },
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

/** State of the installation, about nobody. */
export const ALWAYS: RetentionLine = { name: 'installation', until: 'this server is taken down' };

export const RENEWALS: Holding = {
  name: 'renewal',
  group: 'instagram',
  what: 'When your access is renewed next, and whether renewing failed',
  why: 'to keep your connection alive',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'token_renewal', column: 'connection_id' },
};

export const HEALTH: Holding = {
  name: 'connection-health',
  group: 'instagram',
  what: 'Whether Instagram refused us, what we suspect because of it and what a check proved',
  why: 'to tell you what is wrong, and not before it is certain',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'connection_health', column: 'connection_id' },
};

export const LINES: Holding = {
  name: 'connection-line',
  group: 'instagram',
  what: 'How Instagram last answered our calls for you, and how much of its limits they used',
  why: 'to go slower before a limit is reached, and to tell Instagram’s trouble from yours',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'connection_line', column: 'connection_id' },
};

export const CHECKS: Holding = {
  name: 'connection-check',
  group: 'instagram',
  what: 'When your access was renewed or checked, and how Instagram answered',
  why: 'to show you, and whoever helps you, what happened',
  kept: CHECK,
  counted: { table: 'connection_check', column: 'id' },
};

export const WARNINGS: Holding = {
  name: 'connection-warning',
  group: 'instagram',
  what: 'Which warnings about your connection you were given, and when',
  why: 'to give each of them once',
  kept: WARNING,
  counted: { table: 'connection_warning', column: 'connection_id' },
};

export const CONNECT_ATTEMPTS: Holding = {
  name: 'connect-attempt',
  group: 'instagram',
  what: 'A connect that you began: a digest, tied to your sign-in, and whether it asked to hear of comments',
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

export const EVENTS: Holding = {
  name: 'instagram-event',
  group: 'instagram',
  what: 'That somebody commented on a post of yours, where you let us hear of comments: when, the id of the post, encrypted, and a keyed digest; not who, and not what they wrote',
  why: 'to refresh your numbers sooner, and to count the same message once',
  kept: EVENT,
  counted: { table: 'instagram_event', column: 'id' },
};
