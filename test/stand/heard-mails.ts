import type { Letter, Mailer, MailOutcome } from '../../server/src/platform/mail/mailer';

/** A mail server that takes every mail and keeps it. */
export class HeardMails implements Mailer {
  readonly heard: Letter[] = [];

  async send(letter: Letter): Promise<MailOutcome> {
    this.heard.push(letter);
    return 'sent';
  }

  /** The mails to an address whose subject begins like this, oldest first. */
  to(email: string, subject = ''): Letter[] {
    return this.heard.filter((letter) => letter.to === email && letter.subject.startsWith(subject));
  }
}

/** The one link of a mail; null when it has none. */
export const linkOf = (letter: Letter | undefined): URL | null => {
  const found = /https?:\/\/\S+/.exec(letter?.text ?? '');
  return found === null ? null : new URL(found[0]);
};
