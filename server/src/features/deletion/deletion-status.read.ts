import { type DataSource, In } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { addendumClaimsOf } from './addendum';
import { categoriesOf, type SubjectOutcomes } from './categories';
import { hashOfCode, isCode } from './confirmation-code';
import {
  type AccessWithdrawal,
  type DeletionSource,
  type DeletionStatus,
  stateOf,
  withdrawalAt,
} from './deletion';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { OwnersCode } from './ports';
import { claimsOf, type ReceiptClaims } from './receipt';
import { ReceiptRow } from './receipt.entity';
import type { RecipientCounts } from './recipient';
import { type RecipientTally, recipientTallies } from './recipient-counts.read';
import { type Subject, subjectsOf } from './subject-outcomes.read';

/** Reads how far deletion requests are. */
export class DeletionStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ownersCode: OwnersCode,
  ) {}

  /** By confirmation code, for whoever holds it: no counts, times to the minute. Null for an unknown code and for what can be none. */
  async findByCode(code: string): Promise<DeletionStatus | null> {
    if (!isCode(code)) return null;
    const request = await this.dataSource
      .getRepository(DeletionRequestRow)
      .findOneBy({ codeHash: hashOfCode(code) });
    if (request === null) return null;
    const subjects = await subjectsOf(this.dataSource.manager, [request.id]);
    const statements = await this.statementsOf([request.id]);
    return toTheMinute(this.toStatus(request, code, subjects, statements, false));
  }

  /** The accounts whose connections the request of a confirmation code speaks of; empty for an unknown code. */
  async accountsOfCode(code: string): Promise<string[]> {
    if (!isCode(code)) return [];
    const codeHash = hashOfCode(code);
    const request = await this.dataSource.getRepository(DeletionRequestRow).findOneBy({ codeHash });
    if (request === null) return [];
    const where = { requestId: request.id };
    const subjects = await this.dataSource.getRepository(DeletionSubjectRow).findBy(where);
    return [...new Set(subjects.flatMap(({ accountId }) => accountId ?? []))].sort();
  }

  /** An account's own requests with counts, newest first. */
  async listOwn(accountId: string): Promise<DeletionStatus[]> {
    return this.readOwn(
      accountId,
      await this.dataSource.getRepository(DeletionSubjectRow).findBy({ accountId }),
    );
  }

  /** One of an account's own requests; null when it has none of that id. */
  async findOwn(accountId: string, requestId: string): Promise<DeletionStatus | null> {
    const rows = await this.dataSource.getRepository(DeletionSubjectRow).findBy({ accountId, requestId });
    const [status] = await this.readOwn(accountId, rows);
    return status ?? null;
  }

  private async readOwn(accountId: string, rows: readonly DeletionSubjectRow[]): Promise<DeletionStatus[]> {
    if (rows.length === 0) return [];
    const codes = await this.ownersCode.open(
      accountId,
      new Map(
        rows.flatMap(({ requestId, codeSealed }) => (codeSealed === null ? [] : [[requestId, codeSealed]])),
      ),
    );
    const requests = await this.dataSource.getRepository(DeletionRequestRow).find({
      where: { id: In([...codes.keys()]) },
      order: { requestedAt: 'DESC', id: 'ASC' },
    });
    const ids = requests.map((request) => request.id);
    const subjects = (await subjectsOf(this.dataSource.manager, ids)).filter(
      (subject) => subject.accountId === accountId,
    );
    const statements = await this.statementsOf(ids);
    return requests.map((request) =>
      this.toStatus(request, codes.get(request.id) ?? '', subjects, statements, true),
    );
  }

  private async statementsOf(requestIds: readonly string[]): Promise<Statements> {
    const { manager } = this.dataSource;
    const rows = await manager.findBy(ReceiptRow, { requestId: In([...requestIds]) });
    const receipts = new Map(rows.map((row) => [row.requestId, row]));
    return { receipts, tallyOf: await recipientTallies(manager, requestIds) };
  }

  private toStatus(
    request: DeletionRequestRow,
    confirmationCode: string,
    subjects: readonly Subject[],
    { receipts, tallyOf }: Statements,
    withCounts: boolean,
  ): DeletionStatus {
    const own = subjects.filter((subject) => subject.requestId === request.id);
    const withdrawal = request.accessWithdrawal as AccessWithdrawal;
    const signed = request.completedAt === null ? undefined : receipts.get(request.id);
    const claims = signed === undefined ? null : claimsOf(signed.jws);
    const unrecoverableBy = claims?.unrecoverable_by ?? null;
    return {
      confirmationCode,
      state: stateOf(request),
      source: request.source as DeletionSource,
      requestedAt: request.requestedAt,
      completedAt: request.completedAt,
      keysRemovedAt: request.keysRemovedAt,
      accessWithdrawal: withdrawalAt(withdrawal, request.requestedAt, this.clock.now()),
      unrecoverableBy: unrecoverableBy === null ? null : new Date(unrecoverableBy),
      categories: categoriesOf(
        own.length > 0 ? own : forgotten(claims),
        request.completedAt,
        withCounts,
        this.clock.now(),
      ),
      receipt: signed?.jws ?? null,
      recipients: countsOf(signed, tallyOf(request.id)),
      addendum: signed?.addendum ?? null,
    };
  }
}

/** As the addendum says it; before, what stands in the database, which after a restore may know fewer than the receipt. */
function countsOf(signed: ReceiptRow | undefined, { settled, total }: RecipientTally): RecipientCounts {
  if (signed?.addendum == null) {
    return { told: settled.TOLD, total: Math.max(total, signed?.recipientCount ?? 0) };
  }
  const { told, of } = addendumClaimsOf(signed.addendum).recipients;
  return { told, total: of };
}

/** What was removed of a connection that a restored backup never had: only the receipt knows it. */
function forgotten(claims: ReceiptClaims | null): SubjectOutcomes[] {
  const removed = claims?.categories.filter(
    ({ name, outcome }) => outcome === 'REMOVED' && name !== 'BACKUPS',
  );
  if (removed === undefined || removed.length === 0) return [];
  const outcomes = (claims?.categories ?? []).map(({ name, outcome }) => ({
    category: name,
    outcome,
    count: 0,
  }));
  return [{ part: 'erase', outcomes }];
}

/** A status as its page shows it: what is finer than a minute could tell one person from another. */
function toTheMinute(status: DeletionStatus): DeletionStatus {
  return {
    ...status,
    requestedAt: minute(status.requestedAt),
    completedAt: status.completedAt && minute(status.completedAt),
    keysRemovedAt: status.keysRemovedAt && minute(status.keysRemovedAt),
    categories: status.categories.map((category) => ({
      ...category,
      keptUntil: category.keptUntil && minute(category.keptUntil),
    })),
  };
}

const minute = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 60_000) * 60_000);

/** What was signed for requests, and whom they have to tell, by their ids. */
interface Statements {
  readonly receipts: ReadonlyMap<string, ReceiptRow>;
  readonly tallyOf: (requestId: string) => RecipientTally;
}
