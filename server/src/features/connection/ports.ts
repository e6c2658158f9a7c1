import type { EntityManager } from 'typeorm';
import type { WarningRung } from './renewal-plan';

/** Something about a connection that its owner is to hear of. No name, no id of Instagram's: a consumer reads those itself. */
export interface ConnectionNotice {
  readonly kind: 'ACCESS_ENDING' | 'RECONNECT_NEEDED' | 'REMOVED_AT_INSTAGRAM';
  readonly accountId: string;
  readonly connectionId: string;
  readonly generation: number;
  /** The days left, for ACCESS_ENDING; null otherwise. */
  readonly rung: WarningRung | null;
  /** When access ends or ended. */
  readonly aboutAt: Date;
}

/** Who tells people. `tell` is called once for each notice, in the transaction that decides it: both or neither. */
export interface Notices {
  tell(tx: EntityManager, notice: ConnectionNotice): Promise<void>;
}
