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
}

/**
 * Begins a connect: stores a single-use `state`, bound to the account and the session that began it, for ten minutes,
 * and answers with the address at Instagram. It takes the place of what this session had begun and not brought back.
 * With `connectionId` only that connection's Instagram account is accepted at the end; null when the viewer has no such
 * connection.
 */
export async function startConnect(
  deps: StartConnectDependencies,
  viewer: Viewer,
  connectionId: string | null,
): Promise<string | null> {
  const { dataSource, clock } = deps;
  if (connectionId !== null) {
    const own = { id: connectionId, accountId: viewer.accountId, cutAt: IsNull() };
    if (!(await dataSource.manager.existsBy(InstagramConnectionRow, own))) return null;
  }
  const state = newSecretText();
  const createdAt = clock.now();
  await dataSource.transaction(async (tx) => {
    await endOpen(tx, viewer);
    await tx.insert(ConnectAttemptRow, {
      stateHash: hashOfState(state),
      accountId: viewer.accountId,
      sessionHash: viewer.sessionHash,
      connectionId,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + ATTEMPT_MS),
      consumedAt: null,
      storedAt: null,
    });
  });
  return deps.instagram.authorizationUrl({
    state,
    redirectUri: deps.redirectUri,
    permissions: NEEDED_PERMISSIONS,
  });
}

/** Two begun at the same moment may both stay: each is as good as the other, and cancelling ends both. */
async function endOpen(tx: EntityManager, { accountId, sessionHash }: Viewer): Promise<void> {
  await tx.delete(ConnectAttemptRow, { accountId, sessionHash, consumedAt: IsNull() });
}

/** The digest under which an attempt's `state` is stored. */
export const hashOfState = (state: string): Buffer => createHash('sha256').update(state).digest();
