import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { endForHolder } from './answer-transfer';
import { isHolding, lockConnection, lockRequest } from './holder';
import type { TransferNotices } from './ports';
import { TransferRequestRow } from './transfer-request.entity';
import { READY_DAYS, stageAt } from './transfer-terms';

export const SETTLE_TRANSFERS_TASK = 'settle-transfers';

export interface SettleDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly notices: TransferNotices;
}

/**
 * Tells what time has done, each once: whoever asked, that nobody answered or that the app was removed at Instagram
 * meanwhile; the holder, that nobody came for it. Nothing is taken from anybody here: a connection moves only when whoever
 * asked connects again.
 */
export async function settleTransfers(deps: SettleDependencies): Promise<void> {
  const { dataSource } = deps;
  const now = deps.clock.now();
  const lapsed = new Date(now.getTime() - READY_DAYS * 24 * 3_600_000);
  const due: { connection_id: string }[] = await dataSource.query(
    `select request.connection_id from transfer_request request
     join instagram_connection connection on connection.id = request.connection_id
     where request.kept_at is null and connection.cut_at is null
       and ((request.answer_by <= $1 and request.told_at is null) or request.answer_by <= $2
         or connection.deauthorized_at is not null)
     order by request.connection_id`,
    [now, lapsed],
  );
  for (const { connection_id: connectionId } of due) {
    await dataSource.transaction((tx) => settle(tx, deps.notices, connectionId, now));
  }
}

async function settle(
  tx: EntityManager,
  notices: TransferNotices,
  connectionId: string,
  now: Date,
): Promise<void> {
  const connection = await lockConnection(tx, connectionId);
  // A connection that was cut takes its request with it, and tells then.
  if (connection === null || connection.cutAt !== null) return;
  const request = await lockRequest(tx, connectionId);
  if (request?.answerBy == null) return;
  if (!isHolding(connection)) {
    await tx.delete(TransferRequestRow, { id: request.id });
    if (request.toldAt === null) await tellReady(tx, notices, request, now);
    return;
  }
  const stage = stageAt(request.answerBy, now);
  if (stage === 'LAPSED') return endForHolder(tx, notices, request, connection, now);
  if (stage !== 'READY' || request.toldAt !== null) return;
  await tx.update(TransferRequestRow, { id: request.id }, { toldAt: now });
  await tellReady(tx, notices, request, now);
}

/** Tells whoever asked that the account can be connected now. */
export function tellReady(
  tx: EntityManager,
  notices: TransferNotices,
  { id: requestId, accountId }: Pick<TransferRequestRow, 'id' | 'accountId'>,
  now: Date,
): Promise<void> {
  return notices.tell(tx, { kind: 'TRANSFER_READY', accountId, requestId, connectionId: null, aboutAt: now });
}
