import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Log } from '../log';
import type { Secret } from '../secret';
import type { Letter, Mailer, MailOutcome } from './mailer';
import { parseSmtpUrl, type SmtpServer } from './smtp-server';

/** How long each part of the talk may take. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

export interface SmtpMailerOptions {
  readonly smtpUrl: Secret;
  /** `MAIL_FROM`: an address, or a name with the address in angle brackets. */
  readonly from: string;
  /** The right side of every Message-ID. */
  readonly host: string;
  readonly log: Log;
}

/** Hands mails to an SMTP server, one connection each. @throws Error when the URL is not one of SMTP. */
export class SmtpMailer implements Mailer {
  private readonly server: SmtpServer;

  constructor(private readonly options: SmtpMailerOptions) {
    const server = parseSmtpUrl(options.smtpUrl.reveal());
    if (server === null) throw new Error('SMTP_URL is not an address of a mail server');
    this.server = server;
  }

  async send(letter: Letter): Promise<MailOutcome> {
    const { envelope, bytes } = await this.compose(letter);
    const { requireTls, login, ...server } = this.server;
    const connection = new SMTPConnection({ ...server, ...PATIENCE, requireTLS: requireTls });
    try {
      const early = await this.arrive(connection);
      if (early !== null) return this.told(early, isForGood(early) ? 'refused' : 'try-later');
      return await this.handOver(connection, envelope, bytes);
    } finally {
      connection.close();
    }
  }

  /** Connects and signs in. Nothing of the mail was said by then, so every failure is one before it. */
  private arrive(connection: SMTPConnection): Promise<unknown> {
    const { login } = this.server;
    return new Promise((resolve) => {
      connection.once('error', resolve);
      connection.connect((error) => {
        if (error) return resolve(error);
        if (login === null) return resolve(null);
        const credentials = { user: login.user, pass: login.password };
        connection.login({ ...credentials, credentials }, (refused) => resolve(refused ?? null));
      });
    });
  }

  private handOver(
    connection: SMTPConnection,
    envelope: { from: string; to: string[] },
    bytes: Buffer,
  ): Promise<MailOutcome> {
    return new Promise((resolve) => {
      const failed = (error: unknown): void => resolve(this.told(error, outcomeOf(error)));
      connection.once('error', failed);
      connection.send(envelope, bytes, (error) => (error ? failed(error) : resolve('sent')));
    });
  }

  /** The reply's number says what an operator needs; its text can name the address. */
  private told(error: unknown, outcome: MailOutcome): MailOutcome {
    this.options.log.warn('mail.not-taken', { outcome, reply: replyOf(error) }, error);
    return outcome;
  }

  private async compose({ mailId, to, subject, text, html, at }: Letter) {
    const { from, host } = this.options;
    const node = new MailComposer({
      ...{ from, to, subject, text, html, date: at },
      messageId: `<${mailId}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    const bytes = await node.build();
    const { from: sender } = node.getEnvelope();
    return { envelope: { from: sender === false ? '' : sender, to: [to] }, bytes };
  }
}

/**
 * A mail that was begun: only a refusal of sender, recipient or DATA itself, and a final refusal of the text, say for
 * sure that it was not taken (RFC 5321, 4.2.1). A temporary refusal after the text is not tried again, since servers
 * have been seen to deliver what they answered so.
 */
function outcomeOf(error: unknown): MailOutcome {
  const reply = replyOf(error);
  const code = isObject(error) && typeof error.code === 'string' ? error.code : null;
  if (code === 'EENVELOPE') return reply !== null && reply < 500 ? 'try-later' : 'refused';
  return code === 'EMESSAGE' && reply !== null && reply >= 500 ? 'refused' : 'unknown';
}

/** A sender that is not known will not be later; everything else about connecting can pass. */
const isForGood = (error: unknown): boolean => (replyOf(error) ?? 0) >= 550;

function replyOf(error: unknown): number | null {
  return isObject(error) && typeof error.responseCode === 'number' ? error.responseCode : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
