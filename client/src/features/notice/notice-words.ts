import { paths } from '../../app/paths';
import type { NoticeKind, NoticeMail } from '../../gql/graphql';

/** What is to say of a notice's mail; null where all went as one expects. */
export function mailSentence(mail: NoticeMail): string | null {
  if (mail === 'UNKNOWN')
    return 'We could not learn whether the mail about this was sent, so we do not send it again.';
  if (mail === 'FAILED') return 'The mail about this could not be sent.';
  return null;
}

const LINKS: Partial<Record<NoticeKind, { words: string; to: string }>> = {
  ACCESS_ENDING: { words: 'Open the connection', to: paths.integrations },
  RECONNECT_NEEDED: { words: 'Connect it again', to: paths.integrations },
  REMOVED_AT_INSTAGRAM: { words: 'See what you can do', to: paths.integrations },
  DELETION_COMPLETED: { words: 'See the receipt', to: paths.integrations },
  NEW_DEVICE: { words: 'See where you are signed in', to: paths.sessions },
  EMAIL_CHANGED: { words: 'Open your profile', to: paths.profile },
  TRANSFER_ASKED: { words: 'Keep it or release it', to: paths.integrations },
  TRANSFER_ENDED: { words: 'Open the connection', to: paths.integrations },
  TRANSFER_MOVED: { words: 'See the deletion', to: paths.integrations },
  TRANSFER_READY: { words: 'Connect it', to: paths.connect },
};

/** Where a notice leads to when it is about no connection that is left, and in which words; null for one that leads nowhere. */
export function linkWordsOf(kind: NoticeKind): { words: string; to: string } | null {
  return LINKS[kind] ?? null;
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
  EMAIL_CHANGED: 'Your email address was changed',
};
