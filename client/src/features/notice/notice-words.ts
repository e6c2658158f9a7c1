import { paths } from '../../app/paths';
import type { NoticeKind, NoticeMail } from '../../gql/graphql';

/** What is to say of a notice's mail; null where all went as one expects. */
export function mailSentence(mail: NoticeMail): string | null {
  if (mail === 'UNKNOWN')
    return 'We could not learn whether the mail about this was sent, so we do not send it again.';
  if (mail === 'FAILED') return 'The mail about this could not be sent.';
  return null;
}

const LINKS: Partial<Record<NoticeKind, string>> = {
  TRANSFER_ASKED: 'Keep it or release it',
  TRANSFER_ENDED: 'Open the connection',
  TRANSFER_MOVED: 'See the deletion',
  TRANSFER_READY: 'Connect it',
  ACCESS_ENDING: 'Open the connection',
  RECONNECT_NEEDED: 'Connect it again',
  REMOVED_AT_INSTAGRAM: 'See what you can do',
  DELETION_COMPLETED: 'See the receipt',
};

/** Where a notice leads to when it is about no connection that is left, and in which words; null for one that leads nowhere. */
export function linkWordsOf(kind: NoticeKind): { words: string; to: string } | null {
  const words = LINKS[kind];
  return words === undefined
    ? null
    : { words, to: kind === 'TRANSFER_READY' ? paths.connect : paths.integrations };
}

/** What is mailed, as the settings list it. */
export const preferenceWords: Record<NoticeKind, string> = {
  ACCESS_ENDING: 'Access to Instagram ends soon',
  RECONNECT_NEEDED: 'A connection has to be connected again',
  REMOVED_AT_INSTAGRAM: 'SocioGenie was removed at Instagram',
  TRANSFER_ASKED: 'Somebody asks to move an Instagram account away',
  TRANSFER_ENDED: 'Such a request has ended, and it stays',
  TRANSFER_MOVED: 'An Instagram account moved away',
  TRANSFER_KEPT: 'An Instagram account that you asked for stays where it is',
  TRANSFER_READY: 'An Instagram account that you asked for can be connected',
  DELETION_COMPLETED: 'Instagram data was deleted',
  NEW_DEVICE: 'A new browser signed in',
  PASSWORD_CHANGED: 'Your password was changed',
};
