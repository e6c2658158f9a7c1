import { setTimeout as sleep } from 'node:timers/promises';
import type { Eraser } from '../../../server/src/features/deletion';

/** Stands before the first eraser: open, closed so that an erasure can be watched, or broken. */
export class Gate {
  state: 'open' | 'closed' | 'broken' = 'open';

  /** For `overrides.erasers`. */
  readonly before = ([first, ...rest]: readonly Eraser[]): readonly Eraser[] => {
    if (first === undefined) throw new Error('there is no eraser to stand before');
    return [this.guard(first), ...rest];
  };

  private guard(eraser: Eraser): Eraser {
    return {
      ...eraser,
      erase: async (subject, tx) => {
        // A transaction that says nothing is ended by the database after a while.
        while (this.state === 'closed') {
          await tx.query('select 1');
          await sleep(100);
        }
        if (this.state === 'broken') throw new Error('broken by a spec');
        return eraser.erase(subject, tx);
      },
    };
  }
}
