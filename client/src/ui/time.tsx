import type { ReactNode } from 'react';

/** A moment or a day in words, with its exact machine-readable value behind them. */
export function Time({ at, children }: { at: string; children: ReactNode }) {
  return <time dateTime={at}>{children}</time>;
}
