/** The sandbox's idea of now. Nothing in the sandbox asks the machine for the time except through it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Stands still at an instant, given in milliseconds since 1970. */
  freeze(atMs: number): void;
  /** Runs, this many milliseconds ahead of the source. */
  offset(byMs: number): void;
  /** Moves on by some milliseconds, whether it stands or runs. */
  advance(byMs: number): void;
  /** Follows another clock from now on, such as the one of a spec. */
  follow(source: () => number): void;
  /** Back to the source it was made with, running. */
  reset(): void;
}

/** A clock that runs with `source` (milliseconds since 1970) until told otherwise. */
export function createClock(source: () => number = Date.now): Clock {
  let current = source;
  let frozenAt: number | null = null;
  let ahead = 0;
  const release = (next: () => number, aheadMs: number): void => {
    current = next;
    frozenAt = null;
    ahead = aheadMs;
  };
  return {
    now: () => frozenAt ?? current() + ahead,
    freeze: (atMs) => {
      frozenAt = atMs;
    },
    offset: (byMs) => release(current, byMs),
    advance: (byMs) => {
      if (frozenAt === null) ahead += byMs;
      else frozenAt += byMs;
    },
    follow: (next) => release(next, 0),
    reset: () => release(source, 0),
  };
}
