import type { Holding, RetentionLine } from '../../platform/database/held';
import { UNTIL_DISCONNECTED } from '../deletion';

/** A session ends after so many days without use. */
export const SESSION_IDLE_DAYS = 1;
/** A password that was typed so many minutes ago or less is recent enough for what an intruder would do first. */
export const PASSWORD_RECENT_MINUTES = 5;
/** A session ends so many days after it began. */
export const SESSION_DAYS = 30;

const ACCOUNT: RetentionLine = { name: 'account', until: 'your account is deleted' };

const PASSWORD: RetentionLine = {
  name: 'password',
  until: 'you change it, or your account is deleted',
};

const SESSION: RetentionLine = {
  name: 'session',
  until: `you sign out, ${SESSION_IDLE_DAYS} day without use, ${SESSION_DAYS} days in all, or your account is deleted`,
  limits: [
    { table: 'session', column: 'last_used_at', days: SESSION_IDLE_DAYS, forgets: 'row' },
    { table: 'session', column: 'created_at', days: SESSION_DAYS, forgets: 'row' },
  ],
};

/** A browser that signed in is known for so long after it last did. */
const DEVICE_DAYS = 365;

const DEVICE: RetentionLine = {
  name: 'known-device',
  until: `${DEVICE_DAYS} days after you last signed in with it, or your account is deleted`,
  limits: [{ table: 'known_device', column: 'last_used_at', days: DEVICE_DAYS, forgets: 'row' }],
};

export const DEVICES: Holding = {
  name: 'known-device',
  group: 'account',
  what: 'Browsers that you signed in with, each as a digest of a random cookie; first and last sign-in',
  why: 'to tell you when a new one signs in',
  kept: DEVICE,
  counted: { table: 'known_device', column: 'device_hash' },
};

export const EMAILS: Holding = {
  name: 'email',
  group: 'account',
  what: 'Email, encrypted, with a keyed digest',
  why: 'to sign you in',
  kept: ACCOUNT,
  counted: { table: 'account', column: 'email_sealed' },
};

/** A new address has to be confirmed within so many minutes of being asked for. */
export const EMAIL_CHANGE_MINUTES = 30;
const EMAIL_CHANGE_DAYS = 1;

const EMAIL_CHANGE: RetentionLine = {
  name: 'email-change',
  until: `you confirm it or take it back, ${EMAIL_CHANGE_DAYS} day after you asked, or your account is deleted`,
  limits: [{ table: 'email_change', column: 'requested_at', days: EMAIL_CHANGE_DAYS, forgets: 'row' }],
};

export const EMAIL_CHANGES: Holding = {
  name: 'email-change',
  group: 'account',
  what: 'The email address that you want to change to, encrypted, and when you asked',
  why: 'to change it when you confirm it there',
  kept: EMAIL_CHANGE,
  counted: { table: 'email_change', column: 'email_sealed' },
};

export const PASSWORDS: Holding = {
  name: 'password',
  group: 'account',
  what: 'Password, only as a hash',
  why: 'to sign you in',
  kept: PASSWORD,
  counted: { table: 'account', column: 'password_hash' },
};

export const ACCOUNTS: Holding = {
  name: 'account',
  group: 'account',
  what: 'Time zone, and when the account was made',
  why: 'to show times by your clock',
  kept: ACCOUNT,
  counted: { table: 'account', column: 'id' },
};

export const SESSIONS: Holding = {
  name: 'session',
  group: 'account',
  what: 'Sign-in sessions: the browser as it names itself, encrypted; when each began, was last used and had your password',
  why: 'to keep you signed in, and to show you where you are',
  kept: SESSION,
  counted: { table: 'session', column: 'id_hash' },
};

export const SELECTED_CONNECTION: Holding = {
  name: 'selected-connection',
  group: 'instagram',
  what: 'Which connection your analytics opens with',
  why: 'to show it first',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'account', column: 'selected_connection_id' },
};
