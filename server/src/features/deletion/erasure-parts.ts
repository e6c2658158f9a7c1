import { type DataSource, type EntityManager, In } from 'typeorm';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { AccountEraser, DeletionCategoryName, Eraser } from './eraser';
import { accountToErase } from './requests-of-account.eraser';

/** One step of an erasure: what one eraser does to one connection, or to the account. */
export interface ErasurePart {
  /** Where it is noted what was done. */
  readonly subject: DeletionSubjectRow;
  readonly category: DeletionCategoryName;
  erase(tx: EntityManager): Promise<number>;
  count(tx: EntityManager): Promise<number>;
}

/** What a request erases, in the order in which it goes: every connection, and then what the account holds itself. */
export async function partsOf(
  dataSource: DataSource,
  requestId: string,
  erasers: readonly Eraser[],
  accountErasers: readonly AccountEraser[],
): Promise<ErasurePart[]> {
  const connections = (await subjectsToErase(dataSource, requestId)).flatMap((subject) =>
    erasers.map(
      (eraser): ErasurePart => ({
        ...{ subject, category: eraser.category },
        erase: (tx) => eraser.erase(subject, tx),
        count: (tx) => eraser.count(subject, tx),
      }),
    ),
  );
  const account = await accountToErase(dataSource.manager, requestId);
  if (account === null) return connections;
  const { subject, accountId } = account;
  const ofAccount = accountErasers.map(
    (eraser): ErasurePart => ({
      ...{ subject, category: eraser.category },
      erase: (tx) => eraser.eraseAccount(accountId, tx),
      count: (tx) => eraser.countOfAccount(accountId, tx),
    }),
  );
  return [...connections, ...ofAccount];
}

/**
 * The connections that a request erases, each as the subject of the request that cut it: whoever's job comes first,
 * what was removed is noted there and only there.
 */
async function subjectsToErase(dataSource: DataSource, requestId: string): Promise<DeletionSubjectRow[]> {
  const subjects = dataSource.getRepository(DeletionSubjectRow);
  const meant = await subjects.findBy({ requestId, part: In(['erase', 'join']) });
  return subjects.findBy({ connectionId: In(meant.map((subject) => subject.connectionId)), part: 'erase' });
}
