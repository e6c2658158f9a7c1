import { type DataSource, In } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { categoriesOf, type SubjectOutcomes } from './categories';
import { hashOfCode, isCode } from './confirmation-code';
import {
  type AccessWithdrawal,
  type DeletionSource,
  type DeletionStatus,
  stateOf,
  withdrawalAt,
} from './deletion';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { OwnersCode } from './ports';

/** Reads how far deletion requests are. */
export class DeletionStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ownersCode: OwnersCode,
  ) {}

  /** By confirmation code, for whoever holds it: no counts. Null for an unknown code and for what can be none. */
  async findByCode(code: string): Promise<DeletionStatus | null> {
    if (!isCode(code)) return null;
    const request = await this.dataSource
      .getRepository(DeletionRequestRow)
      .findOneBy({ codeHash: hashOfCode(code) });
    if (request === null) return null;
    const subjects = await this.subjectsOf([request.id]);
    return this.toStatus(request, code, subjects, false);
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
      new Map(rows.map((row) => [row.requestId, row.codeSealed])),
    );
    const requests = await this.dataSource.getRepository(DeletionRequestRow).find({
      where: { id: In(rows.map((row) => row.requestId)) },
      order: { requestedAt: 'DESC', id: 'ASC' },
    });
    const subjects = (await this.subjectsOf(requests.map((request) => request.id))).filter(
      (subject) => subject.accountId === accountId,
    );
    return requests.map((request) => this.toStatus(request, codes.get(request.id) ?? '', subjects, true));
  }

  private async subjectsOf(requestIds: readonly string[]): Promise<Subject[]> {
    const where = { requestId: In([...requestIds]) };
    const rows = await this.dataSource.getRepository(DeletionSubjectRow).findBy(where);
    // By connection: what was done to one is noted with the request that cut it, for those that joined as well.
    const outcomes = await this.dataSource
      .getRepository(DeletionOutcomeRow)
      .findBy({ connectionId: In(rows.map((row) => row.connectionId)) });
    return rows.map((row) => ({
      requestId: row.requestId,
      accountId: row.accountId,
      part: row.part as Subject['part'],
      outcomes: outcomes.filter((outcome) => outcome.connectionId === row.connectionId),
    }));
  }

  private toStatus(
    request: DeletionRequestRow,
    confirmationCode: string,
    subjects: readonly Subject[],
    withCounts: boolean,
  ): DeletionStatus {
    const own = subjects.filter((subject) => subject.requestId === request.id);
    const withdrawal = request.accessWithdrawal as AccessWithdrawal;
    return {
      confirmationCode,
      state: stateOf(request),
      source: request.source as DeletionSource,
      requestedAt: request.requestedAt,
      completedAt: request.completedAt,
      keysRemovedAt: request.keysRemovedAt,
      accessWithdrawal: withdrawalAt(withdrawal, request.requestedAt, this.clock.now()),
      categories: categoriesOf(own, request.completedAt, withCounts),
    };
  }
}

type Subject = SubjectOutcomes & { readonly requestId: string; readonly accountId: string };
