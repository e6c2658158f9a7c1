import { type EntityManager, In } from 'typeorm';
import { DeletionSubjectRow } from './deletion-subject.entity';

/** A request that was completed, and an account of which it erased something. */
export interface CompletedRequest {
  readonly requestId: string;
  readonly completedAt: Date;
  readonly accountId: string;
}

/** Tells one account; part of the transaction that completes the request. `app.ts` hands it in. */
export type TellCompleted = (tx: EntityManager, done: CompletedRequest) => Promise<void>;

/** Tells each account that a request erased something of. Where only a newer grant was found there is nothing to tell. */
export async function tellAccounts(
  tx: EntityManager,
  tell: TellCompleted,
  requestId: string,
  completedAt: Date,
): Promise<void> {
  const erased = await tx.findBy(DeletionSubjectRow, { requestId, part: In(['erase', 'join']) });
  const accountIds = new Set(erased.flatMap(({ accountId }) => accountId ?? []));
  for (const accountId of [...accountIds].sort()) await tell(tx, { requestId, completedAt, accountId });
}
