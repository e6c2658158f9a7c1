import type { Act, Clocks } from './model';

/** Acts in an order, at their times. */
export interface Story {
  readonly acts: readonly Act[];
  readonly clocks: Clocks;
}

const FIVE: readonly Act[] = ['deauthorize', 'delete', 'disconnect', 'reconnect', 'repeat'];

/** Callbacks that come at once; that are under way for longer than it takes to reconnect, inside the five minutes and beyond. */
const CLOCKS: readonly Clocks[] = [
  { gap: 3600, lag: 0, jobs: 'after each act' },
  { gap: 1, lag: 0, jobs: 'at the end' },
  { gap: 100, lag: 250, jobs: 'after each act' },
  { gap: 100, lag: 450, jobs: 'after each act' },
  { gap: 100, lag: 450, jobs: 'at the end' },
];

/** Every order of the five acts with every clock: 600 stories. */
export function stories(): Story[] {
  return permutations(FIVE).flatMap((acts, index) =>
    CLOCKS.map((clocks) => ({ acts: withSomethingToRepeat(acts, index), clocks })),
  );
}

function permutations(acts: readonly Act[]): Act[][] {
  if (acts.length === 0) return [[]];
  return acts.flatMap((first) =>
    permutations(acts.filter((act) => act !== first)).map((rest) => [first, ...rest]),
  );
}

/** A duplicate that comes before both callbacks is one of an older callback, after which the person connected again. */
function withSomethingToRepeat(acts: readonly Act[], index: number): readonly Act[] {
  const isCallback = (act: Act) => act === 'deauthorize' || act === 'delete';
  if (acts.findIndex(isCallback) < acts.indexOf('repeat')) return acts;
  return [index % 2 === 0 ? 'deauthorize' : 'delete', 'reconnect', ...acts];
}
