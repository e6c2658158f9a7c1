import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import type { Log } from '../../platform/log';
import { randomCode } from './confirmation-code';
import type { AccessWithdrawal, DeletionSource } from './deletion';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { AccessWithdrawer } from './ports';
import { type IntakeDependencies, insertRequest, type NewRequest, takeIn } from './record-request';
import { settleWithdrawal } from './settle-withdrawal';

export interface DisconnectDependencies extends IntakeDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly withdrawer: AccessWithdrawer;
  /** Work that goes on after the answer; the process waits for it before it stops. */
  readonly background: (work: Promise<void>) => void;
}

/**
 * Disconnects an account's connection: opens the token into memory, commits the intake, and only then asks Instagram
 * to withdraw our access, in the background and once. Answers with the request's id; null when the account has no such
 * connection. Asked again for a connection that was cut, it answers the same request. `source` says who asked: the
 * person, or the operator on the person's behalf.
 */
export async function disconnect(
  deps: DisconnectDependencies,
  accountId: string,
  connectionId: string,
  source: Extract<DeletionSource, 'DISCONNECT' | 'OPERATOR'> = 'DISCONNECT',
): Promise<string | null> {
  const { dataSource } = deps;
  const taken = await durableTransaction(dataSource, async (tx) => {
    const own = await deps.connections.lockOwn(tx, accountId, connectionId);
    if (own === null) return null;
    const withdraw = await deps.withdrawer.prepare(tx, connectionId);
    const request: NewRequest = {
      code: randomCode(),
      source,
      requestDigest: null,
      accessWithdrawal: withdraw === null ? 'NOT_ASKED' : 'ASKING',
      requestedAt: deps.clock.now(),
    };
    const requestId = await insertRequest(tx, request);
    if (requestId === null) throw new Error('a new confirmation code met an old one');
    await takeIn(tx, deps, requestId, request, [own]);
    return { requestId, withdraw };
  });
  if (taken === null) return requestThatCut(dataSource, accountId, connectionId);
  const { requestId, withdraw } = taken;
  if (withdraw !== null) deps.background(withdrawAndRecord(deps, requestId, withdraw));
  return requestId;
}

/** The request that cut a connection: there is one, whatever came later for what was then already cut. */
export async function requestThatCut(
  dataSource: DataSource,
  accountId: string,
  connectionId: string,
): Promise<string | null> {
  const subject = await dataSource
    .getRepository(DeletionSubjectRow)
    .findOneBy({ accountId, connectionId, part: 'erase' });
  return subject?.requestId ?? null;
}

/** Asks Instagram once and records what came of it; never throws. The request is completed after that. */
export async function withdrawAndRecord(
  deps: Pick<DisconnectDependencies, 'dataSource' | 'clock' | 'log'>,
  requestId: string,
  withdraw: () => Promise<AccessWithdrawal>,
): Promise<void> {
  const accessWithdrawal = await withdraw();
  try {
    await deps.dataSource.transaction((tx) =>
      settleWithdrawal(tx, requestId, accessWithdrawal, deps.clock.now()),
    );
  } catch (error) {
    deps.log.warn('disconnect.withdrawal-not-recorded', { requestId }, error);
  }
}
