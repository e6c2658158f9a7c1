import type { MissingReason } from '../../instagram/instagram';
import type { Refusal, RefusalKind } from '../../instagram/refusals';

/** Whether a refusal goes for whatever else would be asked, so that asking on is useless or makes things worse. */
export function endsRun({ kind }: Refusal): boolean {
  return CONCERNS_EVERYTHING.has(kind);
}

const CONCERNS_EVERYTHING: ReadonlySet<RefusalKind> = new Set([
  'token-rejected',
  'app-removed',
  'permission-missing',
  'rate-limited',
  'no-answer',
]);

/** Why a number that a refusal kept from us is missing, in the words that a reader gets. */
export function reasonOf({ kind }: Refusal): MissingReason {
  if (kind === 'permission-missing') return 'PERMISSION_MISSING';
  return kind === 'unsupported' ? 'UNSUPPORTED' : 'META_ERROR';
}

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;
/** Calls made while Meta throttles lengthen the block. */
const RATE_LIMIT_PAUSE_MS = 30 * MINUTE_MS;

/**
 * How long to wait before a run is repeated out of turn, when repeating may help: trouble of Instagram's passes, so 1
 * minute, doubled with each repeat up to an hour; after a rate limit as long as Instagram says, or at least half an hour. Null for what only the
 * timetable or a person can change.
 */
export function pauseBeforeRepeat({ kind, retryAfterMs }: Refusal, repeats: number): number | null {
  const pause = Math.min(MINUTE_MS * 2 ** repeats, LONGEST_PAUSE_MS);
  if (kind === 'rate-limited') return retryAfterMs ?? Math.max(pause, RATE_LIMIT_PAUSE_MS);
  return kind === 'temporary' || kind === 'no-answer' ? pause : null;
}
