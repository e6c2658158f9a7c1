import type { DeletionCategoryView, DeletionStatusView } from './deletion-status-view';

/** Kept after every deletion by design; they say nothing about whether the data itself is gone. */
const KEPT_BY_DESIGN = new Set(['POSTS_AND_MEDIA', 'DELETION_RECORD', 'BACKUPS']);

export interface Headline {
  readonly title: string;
  readonly tone: 'plain' | 'done' | 'attention';
}

/**
 * The page's heading: what is true of this request and no more. A completed request that found nothing, or that left
 * data alone because of a newer connection, does not claim a deletion.
 */
export function headline(status: DeletionStatusView): Headline {
  switch (status.state) {
    case 'RECEIVED':
      return { title: 'We have your request', tone: 'plain' };
    case 'ERASING':
      return { title: 'Deleting now', tone: 'plain' };
    case 'NEEDS_ATTENTION':
      return { title: `Not finished yet: ${partsThatNeedUs(status.categories)}`, tone: 'attention' };
    case 'COMPLETED':
      return completed(status);
  }
}

function partsThatNeedUs(categories: readonly DeletionCategoryView[]): string {
  const failed = categories.filter(({ outcome }) => outcome === 'FAILED').length;
  if (failed === 0) return 'it needs us';
  return failed === 1 ? '1 part needs us' : `${failed} parts need us`;
}

function completed(status: DeletionStatusView): Headline {
  const outcomes = new Set(
    status.categories.filter(({ name }) => !KEPT_BY_DESIGN.has(name)).map(({ outcome }) => outcome),
  );
  if (outcomes.has('KEPT'))
    return { title: 'This request is finished, and some data was kept', tone: 'plain' };
  if (!outcomes.has('REMOVED')) {
    return { title: 'Finished: we hold no Instagram data for this request', tone: 'done' };
  }
  return { title: status.source === 'ACCOUNT_CLOSURE' ? accountDeleted(status) : DELETED, tone: 'done' };
}

const DELETED = 'Your Instagram data has been deleted';

/** An account that had connected nothing is not told of data that never was. */
function accountDeleted({ categories }: DeletionStatusView): string {
  const ofInstagram = ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'];
  return categories.some(({ name, outcome }) => ofInstagram.includes(name) && outcome === 'REMOVED')
    ? 'Your account and its Instagram data have been deleted'
    : 'Your account has been deleted';
}
