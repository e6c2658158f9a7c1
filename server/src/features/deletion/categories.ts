import { BACKUP_DAYS, backupsExpireBy } from '../../platform/ledger';
import type { DeletionCategory, DeletionOutcome } from './deletion';
import { DELETION_CATEGORIES, type DeletionCategoryName } from './eraser';
import { recordKeptUntil } from './held';

/** What is known of one connection under a request, or of the account that it deletes; for `join` what the request that cut it has done so far. */
export interface SubjectOutcomes {
  readonly part: 'erase' | 'join' | 'keep' | 'account';
  readonly outcomes: readonly {
    readonly category: string;
    readonly outcome: string;
    readonly count: number;
    /** Left out where only a receipt tells of it. */
    readonly recordedAt?: Date;
  }[];
}

const KEPT_LATER = 'Instagram was connected again after this request; disconnect to delete it';
const JOINED = 'Removed together with an earlier request that was already running';
const IN_BACKUPS =
  `Backups of our database are kept ${BACKUP_DAYS} days at most and may hold copies until then; ` +
  'one that is restored deletes them again before it is used';
const BACKUPS_GONE = 'Backups from before this deletion have expired';
const RECORD = 'to prove that the deletion happened; it holds no name and no Instagram id';

/**
 * What a request removed and what is kept, one line a category, over all its connections. `withCounts` only for the
 * account that the connections belong to. `completedAt` is null until the request is completed;
 * `now` decides whether backups from before it are still kept.
 */
export function categoriesOf(
  subjects: readonly SubjectOutcomes[],
  completedAt: Date | null,
  withCounts: boolean,
  now: Date,
): DeletionCategory[] {
  const completed = completedAt !== null;
  const account = subjects.filter(({ part }) => part === 'account');
  const connections = subjects.filter(({ part }) => part !== 'account');
  const names = DELETION_CATEGORIES.filter((name) => name !== 'ACCOUNT' || account.length > 0);
  return names.map((name) => {
    if (name === 'DELETION_RECORD')
      return { ...line(name, 'KEPT', RECORD), keptUntil: recordKeptUntil(completedAt) };
    // Nothing that a person writes comes from Instagram, and nothing is written here yet.
    if (name === 'POSTS_AND_MEDIA') return line(name, 'NOTHING_HELD');
    if (name === 'BACKUPS') return backups(subjects, completedAt, now);
    return erasedCategory(name, name === 'ACCOUNT' ? account : connections, completed, withCounts);
  });
}

function backups(
  subjects: readonly SubjectOutcomes[],
  completedAt: Date | null,
  now: Date,
): DeletionCategory {
  if (subjects.every(({ part }) => part === 'keep')) {
    return erasedCategory('BACKUPS', subjects, completedAt !== null, false);
  }
  const keptUntil = completedAt && backupsExpireBy(completedAt);
  if (keptUntil !== null && keptUntil <= now) return line('BACKUPS', 'REMOVED', BACKUPS_GONE);
  return { ...line('BACKUPS', 'KEPT', IN_BACKUPS), keptUntil };
}

function erasedCategory(
  name: DeletionCategoryName,
  subjects: readonly SubjectOutcomes[],
  completed: boolean,
  withCounts: boolean,
): DeletionCategory {
  const erased = subjects.filter((subject) => subject.part !== 'keep');
  if (erased.length === 0) {
    if (subjects.length > 0) return line(name, 'KEPT', KEPT_LATER);
    return line(name, completed ? 'NOTHING_HELD' : 'PENDING');
  }
  const found = erased.map((subject) => subject.outcomes.find((outcome) => outcome.category === name));
  // What was done is noted with the request that cut the connection, whose record may have ended before this one.
  const unknown = (part: string | undefined) => (completed && part === 'join' ? 'REMOVED' : 'PENDING');
  const outcome = combine(found.map((one, index) => one?.outcome ?? unknown(erased[index]?.part)));
  const joined = erased.every((subject) => subject.part === 'join');
  return {
    ...line(name, outcome, joined && outcome === 'REMOVED' ? JOINED : null),
    // What an earlier request removed is counted there.
    count:
      withCounts && outcome !== 'PENDING' && !joined
        ? found.reduce((sum, one, index) => sum + (erased[index]?.part === 'join' ? 0 : (one?.count ?? 0)), 0)
        : null,
    settledAt:
      withCounts && SETTLED.has(outcome) ? lastOf(found.map((one) => one?.recordedAt ?? null)) : null,
  };
}

const SETTLED: ReadonlySet<DeletionOutcome> = new Set(['REMOVED', 'NOTHING_HELD']);

/** The latest of these moments; null when one of them is not known. */
function lastOf(moments: readonly (Date | null)[]): Date | null {
  const known = moments.filter((moment) => moment !== null).map((moment) => moment.getTime());
  return known.length === 0 || known.length < moments.length ? null : new Date(Math.max(...known));
}

/** The least finished outcome stands for all. */
function combine(outcomes: readonly string[]): DeletionOutcome {
  for (const outcome of ['FAILED', 'PENDING', 'REMOVED'] as const) {
    if (outcomes.includes(outcome)) return outcome;
  }
  return 'NOTHING_HELD';
}

function line(
  name: DeletionCategoryName,
  outcome: DeletionOutcome,
  reason: string | null = null,
): DeletionCategory {
  return { name, outcome, count: null, reason, keptUntil: null, settledAt: null };
}
