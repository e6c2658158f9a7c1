import type { MailedLinkPurpose, Recipient } from '../account';
import { type LetterWords, momentIn } from './compose';
import { LINK_MINUTES } from './link-minutes';
import { ALWAYS_MAILED } from './notice';
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
  const { paragraphs, action, path: elsewhere = '/integrations' } = moreWordsOf(notice.kind);
  const path = notice.connection === null ? elsewhere : `/integrations#${notice.connection}`;
  const always: readonly string[] = ALWAYS_MAILED;
  return {
    subject: sentenceOf(notice),
    paragraphs: paragraphs(momentIn(recipient.timeZone, notice.aboutAt)),
    action: { label: action, url: new URL(path, publicUrl).href },
    reason: always.includes(notice.kind)
      ? 'You get this because it guards your SocioGenie account: it is mailed always.'
      : 'You get this because you have a SocioGenie account. What is mailed is chosen in Settings.',
  };
}

/** The words around a mailed link. The token stands after the `#`, which browsers send to nobody. */
export function linkWords(purpose: MailedLinkPurpose, token: string, publicUrl: string): LetterWords {
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
  if (purpose === 'CHANGE_EMAIL') {
    return {
      subject: 'Confirm your new email address',
      paragraphs: [
        'Somebody who is signed in to a SocioGenie account asked that it have this address instead of another. It has it as soon as you confirm it.',
        `The link works once, within ${LINK_MINUTES} minutes of asking for it.`,
      ],
      action: { label: 'Use this address', url: new URL(`/change-email#${token}`, publicUrl).href },
      reason: 'If it was not you, do nothing: the account keeps its address and nothing else is mailed here.',
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

/** What the mailbox of an address is told when another account wants it: a link would help nobody to it. */
export function addressTakenWords(publicUrl: string): LetterWords {
  return {
    subject: 'This address has a SocioGenie account already',
    paragraphs: [
      'Somebody who is signed in to another SocioGenie account asked that it have this address. It is the address of an account, so nothing was changed.',
      'If it was you, sign in with this address; or delete the account that has it, and ask again.',
    ],
    action: { label: 'Sign in', url: new URL('/sign-in', publicUrl).href },
    reason: 'If it was not you, do nothing: nobody was told that this address has an account.',
  };
}

/** What lets go on what stopped, or shows it, once its reason is mended; by the beginning of the event's name. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ...['needs-attention', 'not-completed', 'standby-behind'].map(
    (event) =>
      [
        `deletion.${event}`,
        'It is tried again by itself, with growing pauses. Once its reason is mended, this runs it at once: pnpm sociogenie deletions retry',
      ] as const,
  ),
  ['keys.', 'It is tried again every hour. This shows where the keys stand: pnpm sociogenie keys status'],
];

/** The words of a mail to the operator: the event's name, what to run, and nothing of anybody's. */
export function operatorWords(event: string, publicUrl: string): LetterWords {
  return {
    subject: `SocioGenie needs the operator: ${event}`,
    paragraphs: [
      `The server at ${publicUrl} noted the event "${event}". The log and server/docs/operations.md say what it means and what to do.`,
      ...COMMANDS.filter(([begin]) => event.startsWith(begin)).map(([, words]) => words),
      'The same event is mailed at most once an hour.',
    ],
    action: null,
    reason: 'You get this because your address is OPERATOR_EMAIL of this server.',
  };
}
