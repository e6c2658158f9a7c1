import type { AccessWithdrawal, DeletionCategoryView, DeletionStatusView } from './deletion-status-view';

const CATEGORIES: Readonly<Record<string, string>> = {
  ACCESS_KEYS: 'Access keys',
  INSTAGRAM_IDENTITY: 'Instagram ids and username',
  ANALYTICS: 'Analytics',
  POSTS_AND_MEDIA: 'Drafts, posts and media',
  DELETION_RECORD: 'Record of this deletion',
  BACKUPS: 'Backups',
  ACCOUNT: 'SocioGenie account: email, password, sign-ins',
};

/** Clauses that follow "Kept: ", where the API's reason is a sentence of its own. */
const REASONS_TO_KEEP: Readonly<Record<string, string>> = {
  POSTS_AND_MEDIA: 'you wrote them here; delete them or your account to remove them',
  BACKUPS: 'backups are kept 35 days at most; one that is restored deletes this again before it is used',
  DELETION_RECORD: 'to prove that it happened; it has no name and no Instagram id',
};

/** The category's name in words. A key that this page does not know yet is shown as a phrase. */
export function categoryInWords(name: string): string {
  const phrase = name.toLowerCase().replaceAll('_', ' ');
  return CATEGORIES[name] ?? `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;
}

/** The outcome in words, its reason in a clause of its own; null where nothing needs adding. */
export function outcomeInWords(
  category: DeletionCategoryView,
  state: DeletionStatusView['state'],
): { outcome: string; reason: string | null } {
  const { reason } = category;
  switch (category.outcome) {
    case 'PENDING':
      return { outcome: state === 'ERASING' ? 'In progress' : 'Not yet', reason };
    case 'REMOVED':
      return { outcome: 'Removed', reason };
    case 'NOTHING_HELD':
      return { outcome: 'Nothing held', reason };
    case 'KEPT':
      return { outcome: 'Kept', reason: REASONS_TO_KEEP[category.name] ?? reason };
    case 'FAILED':
      return { outcome: 'Not removed yet', reason };
  }
}

/** Who asked, as far as a public page may say. */
export function sourceInWords(source: DeletionStatusView['source'], operatorName: string): string {
  switch (source) {
    case 'META_CALLBACK':
      return 'Instagram (Meta)';
    case 'DISCONNECT':
      return 'The account holder, by disconnecting in SocioGenie';
    case 'ACCOUNT_CLOSURE':
      return 'The account holder, by deleting the SocioGenie account';
    case 'TRANSFER':
      return 'SocioGenie, because the Instagram account moves to another SocioGenie account';
    case 'OPERATOR':
      return `${operatorName}, who runs this server`;
  }
}

/**
 * What came of asking Instagram to withdraw access. Instagram documents no such call for apps, so even "accepted"
 * is told as an answer and not as a fact.
 */
export function withdrawalInWords(withdrawal: AccessWithdrawal): string {
  switch (withdrawal) {
    case 'NOT_ASKED':
      return 'We did not ask Instagram to withdraw our access.';
    case 'ASKING':
      return 'We are asking Instagram to withdraw our access.';
    case 'ACCEPTED':
      return 'We asked Instagram to withdraw our access, and it accepted.';
    case 'REFUSED':
      return 'We asked Instagram to withdraw our access, and it refused.';
    case 'NO_ANSWER':
      return 'We asked Instagram to withdraw our access, and it did not confirm.';
    case 'NOT_KNOWN':
      return 'We were interrupted while asking Instagram to withdraw our access, so we do not know its answer.';
  }
}
