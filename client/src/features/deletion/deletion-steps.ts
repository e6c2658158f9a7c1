import type { AccessWithdrawal, DeletionCardFragment } from '../../gql/graphql';
import { formatQuantity } from '../../lib/format-number';

/** One step of a deletion: what it does, how far it is, and when it was done if that is known. */
export interface DeletionStep {
  words: string;
  state: 'done' | 'running' | 'failed';
  at: string | null;
}

type Category = DeletionCardFragment['categories'][number];

/** Outcomes after which only the person can be sure, by removing the app at Instagram. */
export function isWithdrawalOpen(withdrawal: AccessWithdrawal): boolean {
  return withdrawal === 'REFUSED' || withdrawal === 'NO_ANSWER' || withdrawal === 'NOT_KNOWN';
}

const withdrawalWords: Record<AccessWithdrawal, string> = {
  NOT_ASKED: 'Instagram not asked: it ended the access itself, or there was no living access key',
  ASKING: 'Asking Instagram to withdraw our access',
  ACCEPTED: 'Instagram asked to withdraw our access: it accepted',
  REFUSED: 'Instagram asked to withdraw our access: it refused',
  NO_ANSWER: 'Instagram asked to withdraw our access: no answer',
  NOT_KNOWN: 'Instagram asked to withdraw our access: we were interrupted and do not know its answer',
};

function categoryStep(category: Category, what: string, counted?: string): DeletionStep {
  const howMany =
    category.count === null || counted === undefined ? '' : ` (${formatQuantity(category.count, counted)})`;
  switch (category.outcome) {
    case 'PENDING':
      return { words: `Removing ${what}`, state: 'running', at: null };
    case 'FAILED':
      return { words: `Not removed yet: ${what}. We try again`, state: 'failed', at: null };
    case 'REMOVED':
      return { words: `Removed: ${what}${howMany}`, state: 'done', at: category.settledAt };
    case 'NOTHING_HELD':
      return { words: `Nothing held: ${what}`, state: 'done', at: category.settledAt };
    case 'KEPT':
      return {
        words: `Kept: ${what}${category.reason === null ? '' : `. ${category.reason}`}`,
        state: 'done',
        at: null,
      };
  }
}

/** Why Instagram was not asked, or what it answered. */
function withdrawalStep({ accessWithdrawal, source }: DeletionCardFragment): string {
  return source === 'TRANSFER'
    ? 'Instagram not asked to withdraw access: the account moves to another SocioGenie account, which needs it'
    : withdrawalWords[accessWithdrawal];
}

/** The steps of a deletion in the order they happen; a part the server does not name is left out. */
export function deletionSteps(deletion: DeletionCardFragment): DeletionStep[] {
  const { keysRemovedAt, accessWithdrawal, categories, completedAt } = deletion;
  const steps: DeletionStep[] = [
    keysRemovedAt === null
      ? { words: 'Destroying our access key', state: 'running', at: null }
      : { words: 'Access key destroyed', state: 'done', at: keysRemovedAt },
    {
      words: withdrawalStep(deletion),
      state: accessWithdrawal === 'ASKING' ? 'running' : 'done',
      at: null,
    },
  ];
  const identity = categories.find(({ name }) => name === 'INSTAGRAM_IDENTITY');
  if (identity !== undefined) steps.push(categoryStep(identity, 'Instagram ids and username'));
  const analytics = categories.find(({ name }) => name === 'ANALYTICS');
  if (analytics !== undefined) steps.push(categoryStep(analytics, 'analytics', 'day'));
  steps.push(
    completedAt === null
      ? { words: 'Counting again that nothing is left', state: 'running', at: null }
      : { words: 'Counted again: nothing is left', state: 'done', at: completedAt },
  );
  return steps;
}

/** True when a finished deletion removed something; false when it found nothing or only what must stay. */
export function removedSomething({ categories }: DeletionCardFragment): boolean {
  return categories.some(({ outcome }) => outcome === 'REMOVED');
}
