import type { Usage } from '../../instagram/instagram';

const MINUTE_MS = 60_000;

/** How many calls a run may still make, and how long it then waits. */
export interface Allowance {
  readonly calls: number;
  readonly pauseMs: number;
}

/** How long to leave a limit alone of which Instagram does not say when it ends. */
export const LIMITED_FOR_MS = 30 * MINUTE_MS;

/**
 * How fast to go on, by how much of a limit is used: freely below 75 percent; from there in handfuls with pauses, large
 * enough that a run which begins again gets further each time; not at all once the limit is reached, until the moment
 * that Instagram names. Null for freely. Calls made while Meta throttles lengthen the block.
 */
export function allowanceAt({ percent, regainMs }: Usage): Allowance | null {
  if (percent >= 100 || regainMs !== null) return { calls: 0, pauseMs: regainMs ?? LIMITED_FOR_MS };
  if (percent >= 90) return { calls: 12, pauseMs: LIMITED_FOR_MS };
  return percent >= 75 ? { calls: 25, pauseMs: 15 * MINUTE_MS } : null;
}

/** What was heard of connections lately, for telling Instagram's trouble from a connection's. */
export interface Heard {
  /** Connections that Instagram was asked about. */
  readonly connections: number;
  /** Of those: whose newest answer was trouble, or spoke against their access. */
  readonly troubled: number;
  /** Of those: whose newest answer was trouble that no single account can cause. */
  readonly hard: number;
  /** For how long the first of the latter has lasted. */
  readonly hardForMs: number;
}

const FEWEST_TROUBLED = 3;
const SHARE = 0.5;
const LASTING_MS = 5 * MINUTE_MS;

/**
 * Whether Instagram has trouble: with three connections or more and half of all that were asked, whatever it answered
 * them; or with everybody, by errors of its own, for five minutes, however few they are.
 */
export function isOutage({ connections, troubled, hard, hardForMs }: Heard): boolean {
  if (troubled >= FEWEST_TROUBLED && troubled >= SHARE * connections) return true;
  return connections > 0 && hard === connections && hardForMs >= LASTING_MS;
}
