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
  /** Ends every connect that the account began and locks all its connections, those already cut among them. */
  lockAllOf(tx: EntityManager, accountId: string): Promise<readonly ConnectionToErase[]>;
  /** Destroys the keys and takes the connection out of every read; tells how many access keys there were. */
  cut(tx: EntityManager, connection: ConnectionToErase, at: Date): Promise<number>;
}

/** A connection of a restored database, with the generation of its grant. */
export interface RestoredConnection {
  readonly connectionId: string;
  readonly accountId: string;
  readonly generation: number;
}

/** What a replay needs of accounts. */
export interface RestorableAccounts extends Omit<ClosableAccounts, 'holdAlone'> {
  /** The ids of all. */
  all(tx: EntityManager): Promise<readonly string[]>;
}

/** What a replay needs of connections. */
export interface RestorableConnections extends Pick<ErasableConnections, 'lockOwn' | 'cut'> {
  /** Every connection of every account. */
  all(tx: EntityManager): Promise<readonly RestoredConnection[]>;
  /** Removes the token of that generation, as a deauthorization does; nothing when a newer grant has come. */
  deauthorize(tx: EntityManager, connection: RestoredConnection, at: Date): Promise<void>;
}

/** An integrator that has read something of what is deleted, and has to be told to erase it too. It is nameless here. */
export interface Recipient {
  /** A random id of its own: the same one whenever it is asked for. It is not stored. */
  readonly reference: string;
  /** The connections of which it read, of those that were asked about. */
  readonly connectionIds: readonly string[];
  /**
   * Where it is told, and the secret that it checks that by (Standard Webhooks: `whsec_` and base64); null when it has named
   * no place, or none that can be known any more. It counts all the same.
   */
  readonly endpoint: { readonly url: string; readonly secret: string } | null;
}

/** Who has read what. The feature that lets integrators read hands it in. */
export interface RecipientSource {
  /**
   * Who read of these connections or, when it is deleted, of this account: each once, those whose access was revoked
   * included. Called in the transaction of intake, which holds the connections and the account, before their keys are destroyed. It
   * must not fail for one that cannot be opened: that has a null endpoint. Should it fail all the same, the deletion goes on and nobody is told.
   */
  whoRead(
    tx: EntityManager,
    about: { readonly connectionIds: readonly string[]; readonly accountId: string | null },
  ): Promise<readonly Recipient[]>;
}

/** Best-effort withdrawal of our access at Instagram, bounded in time. */
export interface AccessWithdrawer {
  /**
   * Opens what is needed into memory before the keys go, in the transaction that holds the connection; null when there
   * is no living token. The returned function asks Instagram with that copy, once, for at most ten seconds, and never throws.
   */
  prepare(tx: EntityManager, connectionId: string): Promise<(() => Promise<AccessWithdrawal>) | null>;
}

/** Whose request it is, with their copy of its code. */
export interface OwnersCopy {
  /** Null when the account was deleted. */
  readonly accountId: string | null;
  /** Null when the account was deleted, or lost its key. */
  readonly codeSealed: string | null;
}

/** Seals the owner's copy of a confirmation code under the account's key. */
export interface OwnersCode {
  /** What a request's row says of its owner. A deletion must depend on nothing of it. */
  seal(tx: EntityManager, accountId: string, requestId: string, code: string): Promise<OwnersCopy>;
  /** The codes of an account's requests, by request id; none when the account was deleted. */
  open(accountId: string, sealed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
}

/** What deletion needs of accounts. */
export interface ClosableAccounts {
  /** Holds the account's key alone, before anything else is locked; false when the account was deleted before. */
  holdAlone(tx: EntityManager, accountId: string): Promise<boolean>;
  /** Destroys the account's key; false when the account was deleted before. */
  destroyKey(tx: EntityManager, accountId: string): Promise<boolean>;
  /** Ends every session, and makes the account one that nobody can sign in to. */
  close(tx: EntityManager, accountId: string): Promise<void>;
}
