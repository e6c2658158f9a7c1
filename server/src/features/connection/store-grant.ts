import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { InstagramPermission, LongLivedToken, Profile } from '../../instagram/instagram';
import { isUniqueViolation } from '../../platform/database/data-source';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { newId } from '../../platform/ids';
import type { DataKey, ServiceKeys, Vault } from '../../platform/vault';
import { accountKey, selectFirstConnection } from '../account';
import { missingPermissions } from './connection';
import { ConnectionHealthRow } from './connection-health.entity';
import { claimForStoring } from './connects-under-way';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { connectionPlace, profileKey, tokenKey } from './places';
import type { Moves } from './ports';
import { beginRenewals } from './renewal.store';
import { hasRoom } from './room';

export interface StoreGrantDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly keys: ServiceKeys;
  readonly appId: string;
  /** How many connections an account may have. */
  readonly connectionsPerAccount: number;
  readonly moves: Moves;
  /** Whether the Instagram account with one of these blind indexes was deleted after that moment. */
  deletedSince(tx: EntityManager, blindIndexes: readonly Buffer[], startedAt: Date): Promise<boolean>;
}

/** What Instagram gave for the code, before anything is stored. */
export interface CompletedGrant {
  readonly exchangeUserId: string;
  readonly longLived: LongLivedToken;
  readonly profile: Profile;
  readonly granted: readonly InstagramPermission[];
  readonly grantedAt: Date;
}

export type StoredGrant =
  | {
      readonly kind: 'stored';
      readonly connectionId: string;
      /** Needed permissions that the grant before had and this one has not. */
      readonly lost: readonly InstagramPermission[];
    }
  | { readonly kind: 'wrong-account'; readonly connectionId: string }
  /** This connection, of another account, holds the Instagram account; the person is not told whose. */
  | { readonly kind: 'taken'; readonly heldBy: string }
  /** The account has as many connections as it may have. */
  | { readonly kind: 'too-many' }
  /** The connection that was to be reconnected is gone. */
  | { readonly kind: 'unknown' }
  /**
   * The person cancelled it, or the account was deleted, meanwhile; this Instagram account was deleted since the connect
   * began; or Instagram told us of a removal or a deletion, and this grant may be the one that it meant.
   */
  | { readonly kind: 'ended' };

interface Attempt {
  readonly stateHash: Buffer;
  readonly accountId: string;
  readonly connectionId: string | null;
  /** When the person set out for Instagram. */
  readonly startedAt: Date;
}

type FirstSync = (tx: EntityManager, connectionId: string, at: Date) => Promise<void>;

/**
 * Stores a completed grant: on the row that this account has for the Instagram account, in whatever state it is, or
 * on a new one. Each grant gets a new generation and a new token key; ids, names and analytics of the row stay.
 */
export async function storeGrant(
  deps: StoreGrantDependencies,
  attempt: Attempt,
  grant: CompletedGrant,
  enqueueFirstSync: FirstSync,
): Promise<StoredGrant> {
  try {
    return await durableTransaction(deps.dataSource, (tx) =>
      storeIn(tx, deps, attempt, grant, enqueueFirstSync),
    );
  } catch (error) {
    // Two connects of one Instagram account met: the index let one in, and the other now sees its row.
    if (
      !isUniqueViolation(error, 'connection_professional_live') &&
      !isUniqueViolation(error, 'connection_account_professional')
    ) {
      throw error;
    }
    return durableTransaction(deps.dataSource, (tx) => storeIn(tx, deps, attempt, grant, enqueueFirstSync));
  }
}

async function storeIn(
  tx: EntityManager,
  deps: StoreGrantDependencies,
  attempt: Attempt,
  grant: CompletedGrant,
  enqueueFirstSync: FirstSync,
): Promise<StoredGrant> {
  // Before any other lock: an account that is being deleted waits for us, or we find it gone.
  if (!(await deps.vault.holdKey(tx, accountKey(attempt.accountId)))) return { kind: 'ended' };
  const indexes = indexesOf(deps.keys, grant);
  const { professionalIndex } = indexes;
  const rows = await tx
    .createQueryBuilder(InstagramConnectionRow, 'connection')
    .setLock('pessimistic_write')
    .where({ professionalIndex, cutAt: IsNull() })
    .orderBy('connection.id')
    .getMany();
  const own = rows.find((row) => row.accountId === attempt.accountId) ?? null;
  if (attempt.connectionId !== null && own?.id !== attempt.connectionId) {
    return explainMismatch(tx, attempt.accountId, attempt.connectionId);
  }
  const holder = rows.find((row) => row !== own && row.deauthorizedAt === null) ?? null;
  const handOver =
    holder === null ? null : await deps.moves.turnOf(tx, attempt.accountId, holder, grant.grantedAt);
  if (holder !== null && handOver === null) return { kind: 'taken', heldBy: holder.id };
  if (own === null && !(await hasRoom(tx, attempt.accountId, deps.connectionsPerAccount)))
    return { kind: 'too-many' };
  // After the rows are held: a deletion that held them until now has said so by now.
  if (await deps.deletedSince(tx, Object.values(indexes), attempt.startedAt)) return { kind: 'ended' };
  if (!(await claimForStoring(tx, attempt.stateHash, grant.grantedAt))) return { kind: 'ended' };

  // From here on nothing is refused: what the other account held ends, and this account begins.
  await handOver?.();
  const others = rows.filter((row) => row !== own).map(({ id }) => id);
  await deps.moves.forget(tx, attempt.accountId, others);
  const connectionId =
    own === null ? await insert(tx, deps, attempt.accountId, grant) : await renew(tx, deps, own, grant);
  await beginRenewals(tx, connectionId, grant.grantedAt, endOf(grant));
  await tx.delete(ConnectionHealthRow, { connectionId });
  await selectFirstConnection(tx, attempt.accountId, connectionId);
  await enqueueFirstSync(tx, connectionId, grant.grantedAt);
  const lost = own === null ? [] : lostPermissions(own.grantedPermissions, grant.granted);
  return { kind: 'stored', connectionId, lost };
}

/** What is missing now and was not before. */
function lostPermissions(
  before: readonly string[],
  granted: readonly InstagramPermission[],
): InstagramPermission[] {
  return missingPermissions(granted).filter((permission) => before.includes(permission));
}

async function explainMismatch(
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<StoredGrant> {
  const expected = { id: connectionId, accountId, cutAt: IsNull() };
  const there = await tx.existsBy(InstagramConnectionRow, expected);
  return there ? { kind: 'wrong-account', connectionId } : { kind: 'unknown' };
}

async function insert(
  tx: EntityManager,
  deps: StoreGrantDependencies,
  accountId: string,
  grant: CompletedGrant,
): Promise<string> {
  const id = newId();
  const generation = 1;
  const profile = await deps.vault.createKey(tx, profileKey(id));
  const token = await deps.vault.createKey(tx, tokenKey(id, generation));
  await tx.insert(InstagramConnectionRow, {
    id,
    accountId,
    generation,
    connectedAt: grant.grantedAt,
    ...grantedColumns(deps, id, profile, token, grant),
  });
  return id;
}

async function renew(
  tx: EntityManager,
  deps: StoreGrantDependencies,
  row: InstagramConnectionRow,
  grant: CompletedGrant,
): Promise<string> {
  const generation = row.generation + 1;
  const profile = await deps.vault.openKey(tx, profileKey(row.id));
  await deps.vault.destroyKeys(tx, row.id, ['token']);
  const token = await deps.vault.createKey(tx, tokenKey(row.id, generation));
  await tx.update(InstagramConnectionRow, row.id, {
    generation,
    ...grantedColumns(deps, row.id, profile, token, grant),
  });
  return row.id;
}

/** When the token of a grant ends, by the lifetime that Instagram said. */
const endOf = ({ grantedAt, longLived }: CompletedGrant): Date =>
  new Date(grantedAt.getTime() + longLived.expiresInSeconds * 1000);
/** The digests by which the Instagram account is found again. */
function indexesOf(
  keys: ServiceKeys,
  { exchangeUserId, profile }: Pick<CompletedGrant, 'exchangeUserId' | 'profile'>,
) {
  return {
    exchangeUserIndex: keys.blindIndex('exchange-user', exchangeUserId),
    appScopedIndex: keys.blindIndex('app-scoped', profile.appScopedId),
    professionalIndex: keys.blindIndex('professional', profile.professionalId),
  };
}

/** Everything on the row that a grant brings. */
function grantedColumns(
  deps: StoreGrantDependencies,
  id: string,
  profileDataKey: DataKey,
  tokenDataKey: DataKey,
  grant: CompletedGrant,
) {
  const { exchangeUserId, profile, longLived, granted, grantedAt } = grant;
  const { keys, appId } = deps;
  const indexes = indexesOf(keys, { exchangeUserId, profile });
  const sealed = (column: Parameters<typeof connectionPlace>[1], text: string): string =>
    profileDataKey.seal(connectionPlace(id, column), text);
  return {
    appId,
    ...indexes,
    exchangeUserIdSealed: sealed('exchange_user_id_sealed', exchangeUserId),
    appScopedIdSealed: sealed('app_scoped_id_sealed', profile.appScopedId),
    professionalIdSealed: sealed('professional_id_sealed', profile.professionalId),
    usernameSealed: sealed('username_sealed', profile.username),
    displayNameSealed: profile.name === null ? null : sealed('display_name_sealed', profile.name),
    tokenSealed: tokenDataKey.seal(connectionPlace(id, 'token_sealed'), longLived.token.reveal()),
    tokenExpiresAt: endOf(grant),
    tokenRefreshedAt: null,
    grantedPermissions: [...granted],
    grantedAt,
    checkedAt: grantedAt,
    deauthorizedAt: null,
    cutAt: null,
  };
}
