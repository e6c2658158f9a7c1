import type { DataSource, EntityManager } from 'typeorm';
import { IsNull, MoreThan } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Limit } from '../../platform/config/config';
import { newId, newSecretText } from '../../platform/ids';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Vault } from '../../platform/vault';
import { BUILD_EXPORT_TASK } from './build-export';
import { type ExportState, stateOfExport } from './data-export';
import { DataExportRow } from './data-export.entity';
import { endExport, lockExportsOf } from './end-exports';
import { hashOfToken, openExport, type Sending } from './send-export';

/** A link that was not opened for so long is worth nothing any more; another can be asked for. */
const LINK_MINUTES = 10;

/** An export as its owner sees it. */
export interface DataExportView {
  readonly state: ExportState;
  readonly percent: number;
  readonly requestedAt: Date;
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
  /** Null until it is ready, and once it is gone. */
  readonly sizeBytes: number | null;
}

export type ExportRequest =
  | { readonly kind: 'requested' }
  /** One is being prepared or waits to be fetched. */
  | { readonly kind: 'under-way' }
  | { readonly kind: 'too-many'; readonly retryAt: Date };

export type ExportLink =
  | { readonly kind: 'issued'; readonly token: string }
  | { readonly kind: 'not-ready' }
  /** It is being downloaded at this moment. */
  | { readonly kind: 'being-sent'; readonly retryAt: Date };

interface DataExportsDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly limit: Limit;
}

/** Asking for a copy of everything that is held about an account, and fetching it. */
export class DataExports {
  constructor(private readonly deps: DataExportsDependencies) {}

  /** The newest export of an account; null when none was asked for lately. */
  async newest(accountId: string): Promise<DataExportView | null> {
    const row = await this.deps.dataSource.manager.findOne(DataExportRow, {
      where: { accountId },
      order: { requestedAt: 'DESC', endedAt: { direction: 'DESC', nulls: 'FIRST' } },
    });
    if (row === null) return null;
    const state = stateOfExport(row, this.deps.clock.now());
    return {
      state,
      percent: row.percent,
      requestedAt: row.requestedAt,
      readyAt: row.readyAt,
      expiresAt: row.expiresAt,
      endedAt: row.endedAt ?? (state === 'EXPIRED' ? row.expiresAt : null),
      sizeBytes: row.sizeBytes === null || state !== 'READY' ? null : Number(row.sizeBytes),
    };
  }

  /** Queues a new export: one at a time, and so many in a day. */
  async request(accountId: string): Promise<ExportRequest> {
    const { dataSource, clock, limit } = this.deps;
    const now = clock.now();
    return dataSource.transaction(async (tx) => {
      await lockExportsOf(tx, accountId);
      if ((await this.living(tx, accountId)) !== null) return { kind: 'under-way' };
      const windowMs = limit.perSeconds * 1000;
      const lately = await tx.find(DataExportRow, {
        where: { accountId, requestedAt: MoreThan(new Date(now.getTime() - windowMs)) },
        order: { requestedAt: 'DESC' },
        take: limit.points,
      });
      const oldest = lately[limit.points - 1];
      if (oldest !== undefined)
        return { kind: 'too-many', retryAt: new Date(oldest.requestedAt.getTime() + windowMs) };
      const id = newId();
      await tx.insert(DataExportRow, {
        ...{ id, accountId, requestedAt: now, attempts: 0, percent: 0, connectionIds: [] },
      });
      await enqueue(tx, {
        task: BUILD_EXPORT_TASK,
        payload: { exportId: id },
        key: `${BUILD_EXPORT_TASK}:${id}`,
        runAt: now,
      });
      return { kind: 'requested' };
    });
  }

  /** Ends the export that is being prepared or waits; nothing when there is none. */
  async discard(accountId: string): Promise<void> {
    const { dataSource, vault, clock } = this.deps;
    await dataSource.transaction(async (tx) => {
      await lockExportsOf(tx, accountId);
      const row = await this.living(tx, accountId);
      if (row !== null) await endExport(tx, vault, row.id, 'discarded', clock.now());
    });
  }

  /** A link for one download, in place of any earlier one that was not opened yet. */
  async issueLink(accountId: string): Promise<ExportLink> {
    const { dataSource, clock } = this.deps;
    const now = clock.now();
    return dataSource.transaction(async (tx) => {
      await lockExportsOf(tx, accountId);
      const row = await this.living(tx, accountId);
      if (row === null || row.readyAt === null) return { kind: 'not-ready' };
      if (row.sendingUntil !== null && row.sendingUntil > now)
        return { kind: 'being-sent', retryAt: row.sendingUntil };
      const token = newSecretText();
      const linkUntil = new Date(now.getTime() + LINK_MINUTES * 60_000);
      await tx.update(DataExportRow, { id: row.id }, { linkHash: hashOfToken(token), linkUntil });
      return { kind: 'issued', token };
    });
  }

  /** Begins the download of a link; null when it is none of this account's. */
  open(accountId: string, token: string): Promise<Sending | null> {
    return openExport(this.deps, accountId, token);
  }

  /** The export that is alive; one whose time is over is ended on the way. */
  private async living(tx: EntityManager, accountId: string): Promise<DataExportRow | null> {
    const row = await tx.findOneBy(DataExportRow, { accountId, endedAt: IsNull() });
    if (row === null) return null;
    const now = this.deps.clock.now();
    if (stateOfExport(row, now) !== 'EXPIRED') return row;
    await endExport(tx, this.deps.vault, row.id, 'expired', now);
    return null;
  }
}
