import { type EntityManager, In } from 'typeorm';
import type { SubjectOutcomes } from './categories';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';

/** A connection under a request, or the account that it deletes, with what is known of it. */
export type Subject = SubjectOutcomes & {
  readonly requestId: string;
  readonly connectionId: string;
  /** Null when the account was deleted. */
  readonly accountId: string | null;
};

/** The connections that these requests speak of, each with what was done to it so far. */
export async function subjectsOf(tx: EntityManager, requestIds: readonly string[]): Promise<Subject[]> {
  const rows = await tx.findBy(DeletionSubjectRow, { requestId: In([...requestIds]) });
  // By connection: what was done to one is noted with the request that cut it, for those that joined as well.
  const outcomes = await tx.findBy(DeletionOutcomeRow, {
    connectionId: In(rows.map((row) => row.connectionId)),
  });
  return rows.map((row) => ({
    requestId: row.requestId,
    connectionId: row.connectionId,
    accountId: row.accountId,
    part: row.part as Subject['part'],
    outcomes: outcomes.filter((outcome) => outcome.connectionId === row.connectionId),
  }));
}
