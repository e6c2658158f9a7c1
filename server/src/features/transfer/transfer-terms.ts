const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long whoever holds the connection may think about it. */
export const ANSWER_HOURS = 72;
/** How long whoever asked may wait with connecting when nobody answered. */
export const READY_DAYS = 7;
/** How long nobody can ask again after the holder chose to keep the connection. */
export const KEPT_DAYS = 30;
/** How long after Instagram vouched for the person it can still be asked for. */
const PROOF_MINUTES = 15;

/** When the time to answer ends. */
export const answerBy = (askedAt: Date): Date => new Date(askedAt.getTime() + ANSWER_HOURS * HOUR_MS);

/** Until when the connection moves, once nobody has answered. */
export const movesUntil = (answerByAt: Date): Date => new Date(answerByAt.getTime() + READY_DAYS * DAY_MS);

/** From when on it can be asked for again. */
export const askableAfter = (keptAt: Date): Date => new Date(keptAt.getTime() + KEPT_DAYS * DAY_MS);

/** Whether Instagram vouched recently enough. */
export const isFresh = (provedAt: Date, now: Date): boolean =>
  now.getTime() - provedAt.getTime() < PROOF_MINUTES * 60_000;

/** How far a request is that was neither answered nor withdrawn. */
export type TransferStage =
  /** The holder may answer. */
  | 'ASKED'
  /** Nobody answered: it moves when whoever asked connects. */
  | 'READY'
  /** Nobody answered, and nobody came either. */
  | 'LAPSED';

/** The stage that follows from the time to answer; each begins at its moment. */
export function stageAt(answerByAt: Date, now: Date): TransferStage {
  if (now < answerByAt) return 'ASKED';
  return now < movesUntil(answerByAt) ? 'READY' : 'LAPSED';
}
