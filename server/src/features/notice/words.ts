/** What a notice is about, as words need it. */
export interface AboutNotice {
  readonly kind: string;
  readonly daysLeft: number | null;
  readonly device: string | null;
}

/** The one sentence of a notice: it stands in Activity and is the subject of its mail. No name and no id is in it. */
export function sentenceOf({ kind, daysLeft, device }: AboutNotice): string {
  switch (kind) {
    case 'ACCESS_ENDING':
      return `Access to Instagram ends in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`;
    case 'RECONNECT_NEEDED':
      return 'An Instagram connection has to be connected again';
    case 'REMOVED_AT_INSTAGRAM':
      return 'SocioGenie was removed at Instagram';
    case 'TRANSFER_ASKED':
      return 'Somebody asks to move an Instagram account away from here';
    case 'TRANSFER_ENDED':
      return 'A request to move an Instagram account has ended: it stays here';
    case 'TRANSFER_MOVED':
      return 'An Instagram account moved away from here';
    case 'TRANSFER_KEPT':
      return 'An Instagram account that you asked for stays where it is';
    case 'TRANSFER_READY':
      return 'An Instagram account that you asked for can be connected now';
    case 'DELETION_COMPLETED':
      return 'Instagram data was deleted';
    case 'NEW_DEVICE':
      return `New sign-in with ${device ?? 'a browser'}`;
    case 'PASSWORD_CHANGED':
      return 'Your password was changed';
    case 'EMAIL_CHANGED':
      return 'Your email address was changed';
    default:
      return 'Something happened in your account';
  }
}

/** What follows the sentence in a mail, and what to do about it. */
export interface MoreWords {
  /** `when` is the moment that the notice is about, by the person's clock. */
  readonly paragraphs: (when: string) => readonly string[];
  readonly action: string;
  /** Where the action leads to when it is about no connection; to the connections when left out. */
  readonly path?: string;
}

/** The rest of a notice's mail, true of the code: nothing is promised that is not done. */
export function moreWordsOf(kind: string): MoreWords {
  switch (kind) {
    case 'ACCESS_ENDING':
      return {
        paragraphs: (when) => [
          `Our access to one of your Instagram accounts ends ${when}. We tried to renew it and could not.`,
          'Renew it before then, or sync and publishing stop for that connection. Its history is kept.',
        ],
        action: 'Open the connection',
      };
    case 'RECONNECT_NEEDED':
      return {
        paragraphs: (when) => [
          `Our access to one of your Instagram accounts ended ${when}. Nothing of it is synced or published until you connect it again.`,
          'Its history is kept.',
        ],
        action: 'Connect it again',
      };
    case 'REMOVED_AT_INSTAGRAM':
      return {
        paragraphs: (when) => [
          `Instagram told us that SocioGenie was removed from one of your Instagram accounts ${when}. We destroyed our access key to it.`,
          'Its username and analytics are still here. You can connect it again, or delete its data.',
        ],
        action: 'See what you can do',
      };
    case 'TRANSFER_ASKED':
      return {
        paragraphs: (when) => [
          'Somebody signed in to one of your Instagram accounts at Instagram and asked to connect it to another SocioGenie account. We do not say who, and they are not told who you are.',
          `Keep it or release it: your time to answer ends ${when}. Without an answer it moves when they connect it again: your connection is then disconnected, its data here is deleted, and you get a receipt. None of your data goes to them.`,
        ],
        action: 'Keep it or release it',
      };
    case 'TRANSFER_ENDED':
      return {
        paragraphs: (when) => [
          `Whoever asked for one of your Instagram accounts withdrew the request, or did not come for it: it ended ${when}. Nothing changed, and there is nothing to do.`,
        ],
        action: 'Open the connection',
      };
    case 'TRANSFER_MOVED':
      return {
        paragraphs: (when) => [
          `Somebody had asked for one of your Instagram accounts, nobody answered in time, and they connected it to their SocioGenie account ${when}. Your connection was disconnected and its data here is being deleted; none of it goes to them.`,
          'If that was not meant to be, look in Instagram who can sign in to the account.',
        ],
        action: 'See the deletion',
      };
    case 'TRANSFER_KEPT':
      return {
        paragraphs: (when) => [
          `Whoever holds the Instagram account in SocioGenie chose to keep it ${when}. It can be asked for again after 30 days.`,
          'Whoever controls it at Instagram can also remove SocioGenie there, under Apps and websites: then it can be connected at once.',
        ],
        action: 'Open SocioGenie',
      };
    case 'TRANSFER_READY':
      return {
        paragraphs: () => [
          'Connect it again, signed in to it at Instagram. If it is still held here because nobody answered, you have a week from the end of the time to answer; then the request ends.',
          'You begin with an empty history: nothing of the other account moves.',
        ],
        action: 'Connect it',
      };
    case 'DELETION_COMPLETED':
      return {
        paragraphs: (when) => [
          `A request to delete Instagram data was completed ${when}. Posts that were published stay on Instagram.`,
          'The confirmation code and the signed receipt are in your account; we do not send them by mail.',
        ],
        action: 'See the receipt',
      };
    case 'NEW_DEVICE':
      return {
        paragraphs: (when) => [
          `Somebody signed in to your account ${when} with a browser that had not signed in to it before.`,
          'If it was you, there is nothing to do. If not, change your password at once: that signs every other browser out.',
        ],
        action: 'Change your password',
        path: '/settings#password',
      };
    case 'PASSWORD_CHANGED':
      return {
        paragraphs: (when) => [
          `Your password was changed ${when}, in Settings or by a link that was mailed to you. Every other browser was signed out.`,
          'If it was not you, somebody knew your password or can read your mail: secure your mailbox, then choose a new password.',
        ],
        action: 'Choose a new password',
        path: '/reset-password',
      };
    case 'EMAIL_CHANGED':
      return {
        paragraphs: (when) => [
          `Your SocioGenie account has another email address since ${when.replace(/^on /, '')}: it was confirmed by a link that was mailed there. You sign in with that one, and nothing more is mailed here.`,
          'If it was not you, somebody knows your password. Write to us at once: our address stands below.',
        ],
        action: 'Open Settings',
        path: '/settings#profile',
      };
    default:
      return { paragraphs: (when) => [`It happened ${when}.`], action: 'Open SocioGenie' };
  }
}
