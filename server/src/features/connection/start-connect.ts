import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import { newSecretText } from '../../platform/ids';
import type { Viewer } from '../account';
import { ConnectAttemptRow } from './connect-attempt.entity';
import { NEEDED_PERMISSIONS } from './connection';
import { InstagramConnectionRow } from './instagram-connection.entity';

const ATTEMPT_MS = 10 * 60_000;

interface StartConnectDependencies {
  readonly dataSource: DataSource;
  readonly instagram: Instagram;
  readonly clock: Clock;
  readonly redirectUri: string;
  /** Whether Instagram can tell us of comments; else the permission for it is never asked for. */
  readonly commentEvents: boolean;
}

/** What a person wants to connect. */
export interface ConnectWish {
  /** The connection to renew; null for any Instagram account. */
  readonly connectionId: string | null;
  /** Whether to hear of comments; null leaves that as it is. */
  readonly commentEvents: boolean | null;
}

/**
 * Begins a connect: stores a single-use `state`, bound to the account and the session that began it, for ten minutes,
 * and answers with the address at Instagram. It takes the place of what this session had begun and not brought back.
 * With `connectionId` only that connection's Instagram account is accepted at the end; null when the viewer has no such
 * connection. Instagram is asked for what we need, and for comments only when the person wants to hear of them; who sets
 * out again for the same is asked for the same.
 */
export async function startConnect(
  deps: StartConnectDependencies,
  viewer: Viewer,
  { connectionId, commentEvents }: ConnectWish,
): Promise<string | null> {
  const { dataSource, clock } = deps;
  let hearsOfComments = false;
  if (connectionId !== null) {
    const own = { id: connectionId, accountId: viewer.accountId, cutAt: IsNull() };
    const row = await dataSource.manager.findOneBy(InstagramConnectionRow, own);
    if (row === null) return null;
    hearsOfComments = row.grantedPermissions.includes('MANAGE_COMMENTS');
  }
  const state = newSecretText();
  const createdAt = clock.now();
  const asksForComments = await dataSource.transaction(async (tx) => {
    const before = await endOpen(tx, viewer, connectionId);
    const asks = deps.commentEvents && (commentEvents ?? before ?? hearsOfComments);
    await tx.insert(ConnectAttemptRow, {
      stateHash: hashOfState(state),
      accountId: viewer.accountId,
      sessionHash: viewer.sessionHash,
      connectionId,
      commentEvents: asks,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + ATTEMPT_MS),
      consumedAt: null,
      storedAt: null,
    });
    return asks;
  });
  return deps.instagram.authorizationUrl({
    state,
    redirectUri: deps.redirectUri,
    permissions: asksForComments ? [...NEEDED_PERMISSIONS, 'MANAGE_COMMENTS'] : NEEDED_PERMISSIONS,
  });
}

/**
 * Ends what this session has begun and not brought back. Answers whether that asked for comments, if it was to connect the
 * same; else null. Two begun at the same moment may both stay: each is as good as the other, and cancelling ends both.
 */
async function endOpen(
  tx: EntityManager,
  { accountId, sessionHash }: Viewer,
  connectionId: string | null,
): Promise<boolean | null> {
  const open = { accountId, sessionHash, consumedAt: IsNull() };
  const attempts = await tx.findBy(ConnectAttemptRow, open);
  await tx.delete(ConnectAttemptRow, open);
  return attempts.find((attempt) => attempt.connectionId === connectionId)?.commentEvents ?? null;
}

/** The digest under which an attempt's `state` is stored. */
export const hashOfState = (state: string): Buffer => createHash('sha256').update(state).digest();
