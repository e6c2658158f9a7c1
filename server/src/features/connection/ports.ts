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

/** What connecting needs to know of requests to move an Instagram account from one SocioGenie account to another. */
export interface Moves {
  /** What lets this account ask for an Instagram account that it was just refused; null when there is nothing to ask. */
  prove(accountId: string, connectionId: string, username: string, provedAt: Date): Promise<string | null>;
  /**
   * How to end the connection of another account, held alone by the caller, when it is this account's turn; null while
   * it is not.
   */
  turnOf(
    tx: EntityManager,
    accountId: string,
    holder: { readonly id: string; readonly accountId: string },
    now: Date,
  ): Promise<(() => Promise<void>) | null>;
  /** Forgets what this account asked about connections of an Instagram account that it has now. */
  forget(tx: EntityManager, accountId: string, connectionIds: readonly string[]): Promise<void>;
}

/** Who tells people. `tell` is called once for each notice, in the transaction that decides it: both or neither. */
export interface Notices {
  tell(tx: EntityManager, notice: ConnectionNotice): Promise<void>;
}
