import { describedEnum } from '../enums';

export const NoticeKind = describedEnum('NoticeKind', 'What a person is told of. More kinds may come.', {
  ACCESS_ENDING: 'Access to Instagram ends soon and could not be renewed.',
  RECONNECT_NEEDED: 'Access to Instagram ended; the person has to connect again.',
  REMOVED_AT_INSTAGRAM: 'SocioGenie was removed at Instagram.',
  TRANSFER_ASKED: 'Somebody who can sign in to the Instagram account of a connection asks for it.',
  TRANSFER_ENDED: 'A request for an Instagram account of a connection ended: it stays.',
  TRANSFER_MOVED: 'An Instagram account moved to another account, because nobody answered.',
  TRANSFER_KEPT: 'An Instagram account that the account asked for stays with whoever holds it.',
  TRANSFER_READY: 'An Instagram account that the account asked for can be connected.',
  DELETION_COMPLETED: 'A deletion request of the account was completed.',
  NEW_DEVICE: 'A browser signed in that had not signed in to the account before.',
  PASSWORD_CHANGED: 'The password was changed, in the settings or by a mailed link.',
  EMAIL_CHANGED: 'The account has another e-mail address; the mail went to the one before.',
});

export const NoticeMail = describedEnum('NoticeMail', 'What became of the mail that tells a notice.', {
  NONE: 'It was not to be mailed: the address was not confirmed then, or the person chose so.',
  QUEUED: 'It is to be sent.',
  SENT: 'The mail server took it.',
  UNKNOWN: 'Nobody knows whether the mail server took it, so it is not sent again.',
  FAILED: 'It could not be sent and was given up.',
});
