import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import { accountKey } from '../account';
import { InstagramConnectionRow } from '../connection';
import { stands, usernamePlace } from './ask-for-transfer';
import { isHolding, lockRequest } from './holder';
import type { HandOvers, TransferNotices } from './ports';
import { sealProof } from './transfer-proof';
import { TransferRequestRow } from './transfer-request.entity';
import { movesUntil, stageAt } from './transfer-terms';

/** A request as whoever asked sees it. */
export interface OwnTransferRequest {
  readonly id: string;
  readonly username: string;
  readonly askedAt: Date;
  readonly answerBy: Date;
  /** READY: it can be connected now, because nobody answered or nothing holds it any more. */
  readonly stage: 'ASKED' | 'READY';
  /** Until when it moves, once nobody has answered. */
  readonly readyUntil: Date;
}

/** A request as the holder sees it: nothing of who asks. */
export interface TransferOfConnection {
  readonly askedAt: Date;
  readonly answerBy: Date;
  /** Whether the time to answer is over. */
  readonly overdue: boolean;
  readonly movesUntil: Date;
}

interface TransfersDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly notices: TransferNotices;
  readonly handOvers: HandOvers;
}

/** Requests to move Instagram accounts between SocioGenie accounts: what connecting needs of them, and what screens show. */
export class Transfers {
  constructor(private readonly deps: TransfersDependencies) {}

  /**
   * What lets this account ask for an Instagram account that it was just refused, for its own browser to keep; null when
   * the account is gone, or has asked already.
   */
  async prove(
    accountId: string,
    connectionId: string,
    username: string,
    provedAt: Date,
  ): Promise<string | null> {
    const { manager } = this.deps.dataSource;
    const asked = await manager.findOneBy(TransferRequestRow, { accountId, connectionId, keptAt: IsNull() });
    if (asked !== null && stands(asked, provedAt)) return null;
    const key = (await this.deps.vault.openKeys(manager, 'account', [accountId])).get(accountId);
    return key === undefined ? null : sealProof(key, accountId, { connectionId, username, provedAt });
  }

  /**
   * How to end the connection of another account, which the caller holds alone, when it has come to this account's turn:
   * it asked and nobody answered in time. Null otherwise. What is answered disconnects it with a receipt, in the same
   * transaction, and tells the holder.
   */
  async turnOf(
    tx: EntityManager,
    accountId: string,
    holder: { readonly id: string; readonly accountId: string },
    now: Date,
  ): Promise<(() => Promise<void>) | null> {
    const request = await lockRequest(tx, holder.id);
    if (request?.accountId !== accountId || request.answerBy === null) return null;
    if (stageAt(request.answerBy, now) !== 'READY') return null;
    return async () => {
      const { notices, handOvers } = this.deps;
      await tx.delete(TransferRequestRow, { id: request.id });
      if ((await handOvers.handOver(tx, holder.accountId, holder.id)) === null)
        throw new Error('a connection that was held alone was not there to be handed over');
      await notices.tell(tx, {
        kind: 'TRANSFER_MOVED',
        ...{ accountId: holder.accountId, requestId: request.id, connectionId: null, aboutAt: now },
      });
    };
  }

  /** Forgets what this account asked about connections of an Instagram account that it has now. */
  async forget(tx: EntityManager, accountId: string, connectionIds: readonly string[]): Promise<void> {
    if (connectionIds.length === 0) return;
    await tx.delete(TransferRequestRow, { accountId, connectionId: In([...connectionIds]) });
  }

  /** What an account asked for and was not answered yet, oldest first. */
  async ofAccount(accountId: string): Promise<OwnTransferRequest[]> {
    const { dataSource, vault, clock } = this.deps;
    const { manager } = dataSource;
    const now = clock.now();
    const rows = await manager.find(TransferRequestRow, {
      where: { accountId, keptAt: IsNull() },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const standing = rows.filter((row) => stands(row, now));
    if (standing.length === 0) return [];
    const key = await vault.openKey(manager, accountKey(accountId));
    const held = await manager.findBy(InstagramConnectionRow, {
      id: In(standing.map(({ connectionId }) => connectionId)),
    });
    return standing.flatMap(({ id, usernameSealed, askedAt, answerBy, connectionId }) => {
      if (usernameSealed === null || answerBy === null) return [];
      const connection = held.find((one) => one.id === connectionId);
      const free = connection === undefined || !isHolding(connection);
      return {
        ...{ id, askedAt, answerBy, readyUntil: movesUntil(answerBy) },
        username: key.open(usernamePlace(id), usernameSealed),
        stage: free || stageAt(answerBy, now) === 'READY' ? ('READY' as const) : ('ASKED' as const),
      };
    });
  }

  /** What is asked about a connection that the caller knows to be the viewer's own; null when nothing is. */
  async ofConnection(connectionId: string): Promise<TransferOfConnection | null> {
    const { dataSource, clock } = this.deps;
    const now = clock.now();
    const row = await dataSource.manager.findOneBy(TransferRequestRow, { connectionId, keptAt: IsNull() });
    if (row?.answerBy == null || !stands(row, now)) return null;
    const { askedAt, answerBy } = row;
    const overdue = stageAt(answerBy, now) !== 'ASKED';
    return { askedAt, answerBy, overdue, movesUntil: movesUntil(answerBy) };
  }
}
