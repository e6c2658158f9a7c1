import type { EntityManager } from 'typeorm';
import type { AccessWithdrawal } from './deletion';

/** A connection as a deletion request meets it. */
export interface ConnectionToErase {
  readonly connectionId: string;
  readonly accountId: string;
  /** Granted clearly after the request was issued: not meant by it. */
  readonly grantedLater: boolean;
  /** An earlier request already cut it, and its rows are being erased. */
  readonly alreadyCut: boolean;
  /** The blind indexes of Instagram's ids of it: what is remembered when it is deleted. */
  readonly instagramIndexes: readonly Buffer[];
}

/** What deletion needs of connections. Deletion imports no feature: `app.ts` hands this in. */
export interface ErasableConnections {
  lockByMetaUser(
    tx: EntityManager,
    metaUserId: string,
    issuedAt: Date,
  ): Promise<readonly ConnectionToErase[]>;
  /** What `lockByMetaUser` would answer at this moment; changes and locks nothing. */
  findByMetaUser(
    tx: EntityManager,
    metaUserId: string,
    issuedAt: Date,
  ): Promise<readonly ConnectionToErase[]>;
  /** The blind indexes under which an id of Instagram's would be found, whichever of its forms it is. */
  indexesOf(metaUserId: string): readonly Buffer[];
  /** The account of a connection that is not cut; null otherwise. */
  ownerOf(tx: EntityManager, connectionId: string): Promise<string | null>;
  lockOwn(tx: EntityManager, accountId: string, connectionId: string): Promise<ConnectionToErase | null>;
  /** Destroys the keys and takes the connection out of every read; tells how many access keys there were. */
  cut(tx: EntityManager, connection: ConnectionToErase, at: Date): Promise<number>;
}

/** Best-effort withdrawal of our access at Instagram, bounded in time. */
export interface AccessWithdrawer {
  /**
   * Opens what is needed into memory before the keys go, in the transaction that holds the connection; null when there
   * is no living token. The returned function asks Instagram with that copy, once, for at most ten seconds, and never throws.
   */
  prepare(tx: EntityManager, connectionId: string): Promise<(() => Promise<AccessWithdrawal>) | null>;
}

/** Seals the owner's copy of a confirmation code under the account's key. */
export interface OwnersCode {
  /** Null when the account's key is lost: a deletion must not depend on it. */
  seal(tx: EntityManager, accountId: string, requestId: string, code: string): Promise<string | null>;
  /** The codes of an account's requests, by request id. */
  open(accountId: string, sealed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
}
