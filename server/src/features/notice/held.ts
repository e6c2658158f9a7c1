import type { Holding, RetentionLine } from '../../platform/database/held';

const NOTICE_DAYS = 365;
const MAIL_DAYS = 30;
const DEVELOPMENT_MAIL_DAYS = 7;

const NOTICE: RetentionLine = {
  name: 'notice',
  until: `${NOTICE_DAYS} days after it; one about a connection, until you disconnect it; or your account is deleted`,
  limits: [{ table: 'notice', column: 'told_at', days: NOTICE_DAYS, forgets: 'row' }],
};

const MAIL: RetentionLine = {
  name: 'mail',
  until: `${MAIL_DAYS} days after it was to be sent, or your account is deleted`,
  limits: [{ table: 'mail', column: 'intended_at', days: MAIL_DAYS, forgets: 'row' }],
};

const DEVELOPMENT_MAIL: RetentionLine = {
  name: 'development-mail',
  until: `${DEVELOPMENT_MAIL_DAYS} days after it, or your account is deleted; only where no mail server is set up`,
  limits: [{ table: 'development_mail', column: 'sent_at', days: DEVELOPMENT_MAIL_DAYS, forgets: 'row' }],
};

export const NOTICES: Holding = {
  name: 'notice',
  group: 'account',
  what: 'What we told you: which kind, about which connection, when; for a sign-in, the browser’s name, encrypted',
  why: 'to show it in Activity',
  kept: NOTICE,
  counted: { table: 'notice', column: 'id' },
};

export const MAILS: Holding = {
  name: 'mail',
  group: 'account',
  what: 'Mails to you: what for, when, whether they were sent; of a link only a digest. Not their text',
  why: 'to send each one once',
  kept: MAIL,
  counted: { table: 'mail', column: 'id' },
};

export const DEVELOPMENT_MAILS: Holding = {
  name: 'development-mail',
  group: 'account',
  what: 'Mails to you, encrypted, where this server has no mail server and shows them itself',
  why: 'to try SocioGenie without a mail server',
  kept: DEVELOPMENT_MAIL,
  counted: { table: 'development_mail', column: 'content_sealed' },
};

export const MUTED: Holding = {
  name: 'muted-notice',
  group: 'account',
  what: 'Which notices you do not want by mail',
  why: 'to not mail them',
  kept: { name: 'muted-notice', until: 'you want them again, or your account is deleted' },
  counted: { table: 'muted_notice', column: 'kind' },
};
