import type { Recipient } from '../account';
import { type LetterWords, momentIn } from './compose';
import { LINK_MINUTES } from './link-minutes';
import type { MailPurpose } from './mails';
import { moreWordsOf, sentenceOf } from './words';

/** What a notice's mail is made from. */
export interface NoticeToMail {
  readonly kind: string;
  readonly daysLeft: number | null;
  readonly device: string | null;
  readonly aboutAt: Date;
  /** As the API names it; null when it is about none. */
  readonly connection: string | null;
}

/** The words of a notice's mail: where it leads to is the exact card. */
export function noticeWords(notice: NoticeToMail, recipient: Recipient, publicUrl: string): LetterWords {
  const { paragraphs, action } = moreWordsOf(notice.kind);
  const path = notice.connection === null ? '/integrations' : `/integrations#${notice.connection}`;
  return {
    subject: sentenceOf(notice),
    paragraphs: paragraphs(momentIn(recipient.timeZone, notice.aboutAt)),
    action: { label: action, url: new URL(path, publicUrl).href },
    reason: 'You get this because you have a SocioGenie account. What is mailed is chosen in Settings.',
  };
}

/** The words around a mailed link. The token stands after the `#`, which browsers send to nobody. */
export function linkWords(
  purpose: Extract<MailPurpose, 'CONFIRM_EMAIL' | 'RESET_PASSWORD'>,
  token: string,
  publicUrl: string,
): LetterWords {
  const once = `The link works once, within ${LINK_MINUTES} minutes.`;
  if (purpose === 'CONFIRM_EMAIL') {
    return {
      subject: 'Confirm your email address',
      paragraphs: [
        'A SocioGenie account was made with this address. Confirm it to be told by mail when a connection needs you.',
        once,
      ],
      action: { label: 'Confirm this address', url: new URL(`/verify-email#${token}`, publicUrl).href },
      reason: 'If you did not make an account, do nothing: nothing else is mailed to this address.',
    };
  }
  return {
    subject: 'Choose a new password',
    paragraphs: [
      'Somebody asked for a new password for the SocioGenie account of this address.',
      `${once} Choosing a new password ends every session.`,
    ],
    action: { label: 'Choose a new password', url: new URL(`/reset-password#${token}`, publicUrl).href },
    reason: 'If it was not you, do nothing: your password stays as it is.',
  };
}

/** The words of a mail to the operator: the event's name and nothing of anybody's. */
export function operatorWords(event: string, publicUrl: string): LetterWords {
  return {
    subject: `SocioGenie needs the operator: ${event}`,
    paragraphs: [
      `The server at ${publicUrl} noted the event "${event}". The log and server/docs/operations.md say what it means and what to do.`,
      'The same event is mailed at most once an hour.',
    ],
    action: null,
    reason: 'You get this because your address is OPERATOR_EMAIL of this server.',
  };
}
