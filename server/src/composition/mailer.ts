import type { Mailer } from '../platform/mail/mailer';
import { SmtpMailer } from '../platform/mail/smtp-mailer';
import type { Features } from './features';
import type { Foundation } from './foundation';
import type { Overrides } from './overrides';

/** Where mails go: to the mail server if one is configured, else to the development mailbox. */
export function composeMailer(
  { config, secrets, log }: Foundation,
  { telling }: Features,
  overrides: Overrides,
): Mailer {
  const { smtpUrl } = secrets;
  if (overrides.mailer !== undefined) return overrides.mailer;
  if (smtpUrl === null) return telling.mailbox;
  const host = new URL(config.publicUrl).hostname;
  return new SmtpMailer({ smtpUrl, from: config.mailFrom, host, log });
}
