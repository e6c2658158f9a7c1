import { type DataSource, In, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import { MailRow } from './mail.entity';
import { MutedNoticeRow } from './muted-notice.entity';
import { ALWAYS_MAILED, NOTICE_KINDS, type NoticeKind } from './notice';
import { NoticeRow } from './notice.entity';
import { devicePlace } from './notice-board';
import { sentenceOf } from './words';

/** What became of the mail that tells a notice; NONE: it was not to be mailed. */
export type NoticeMail = 'NONE' | 'QUEUED' | 'SENT' | 'UNKNOWN' | 'FAILED';

export interface ActivityEntry {
  readonly id: string;
  readonly kind: string;
  readonly sentence: string;
  readonly connectionId: string | null;
  readonly toldAt: Date;
  readonly aboutAt: Date;
  readonly daysLeft: number | null;
  readonly seen: boolean;
  readonly mail: NoticeMail;
}

export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  readonly hasMore: boolean;
}

export interface Preference {
  readonly kind: NoticeKind;
  readonly mailed: boolean;
  /** False where it is always mailed. */
  readonly canChange: boolean;
}

interface ActivityDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** What an account was told, and what of it is to be mailed. */
export class Activity {
  constructor(private readonly deps: ActivityDependencies) {}

  /** The notices of an account, newest first: `first` of them after the one named, or from the newest. Null: there is no such one. */
  async page(accountId: string, first: number, after: string | null): Promise<ActivityPage | null> {
    const { dataSource, vault } = this.deps;
    const from = after === null ? null : await this.own(accountId, after);
    if (after !== null && from === null) return null;
    const query = dataSource.manager
      .createQueryBuilder(NoticeRow, 'notice')
      .where({ accountId })
      .orderBy('notice.toldAt', 'DESC')
      .addOrderBy('notice.id', 'DESC')
      .limit(first + 1);
    if (from !== null)
      query.andWhere('(notice.toldAt, notice.id) < (:at, :id)', { at: from.toldAt, id: from.id });
    const rows = await query.getMany();
    const shown = rows.slice(0, first);
    const key = (await vault.openKeys(dataSource.manager, 'account', [accountId])).get(accountId);
    const mails = await dataSource.manager.findBy(MailRow, { noticeId: In(shown.map(({ id }) => id)) });
    const entries = shown.map((row): ActivityEntry => {
      const { id, kind, connectionId, toldAt, daysLeft, seenAt, deviceSealed } = row;
      const device = deviceSealed === null ? null : (key?.open(devicePlace(id), deviceSealed) ?? null);
      const mail = mails.find(({ noticeId }) => noticeId === id);
      return {
        ...{ id, kind, connectionId, toldAt, daysLeft },
        sentence: sentenceOf({ kind, daysLeft, device }),
        aboutAt: row.aboutAt ?? toldAt,
        seen: seenAt !== null,
        mail: mailOf(mail?.state),
      };
    });
    return { entries, hasMore: rows.length > first };
  }

  /** How many notices the account has not seen. */
  unseen(accountId: string): Promise<number> {
    return this.deps.dataSource.manager.countBy(NoticeRow, { accountId, seenAt: IsNull() });
  }

  /** Marks a notice and all before it as seen, and none that came later; false when the account has no such one. */
  async markSeen(accountId: string, through: string): Promise<boolean> {
    const last = await this.own(accountId, through);
    if (last === null) return false;
    await this.deps.dataSource.manager
      .createQueryBuilder()
      .update(NoticeRow)
      .set({ seenAt: this.deps.clock.now() })
      .where({ accountId, seenAt: IsNull() })
      .andWhere('(told_at, id) <= (:at, :id)', { at: last.toldAt, id: last.id })
      .execute();
    return true;
  }

  /** For each kind, whether it is mailed. */
  async preferences(accountId: string): Promise<readonly Preference[]> {
    const muted = await this.deps.dataSource.manager.findBy(MutedNoticeRow, { accountId });
    return NOTICE_KINDS.map((kind) => {
      const canChange = !ALWAYS_MAILED.includes(kind);
      return { kind, canChange, mailed: !canChange || !muted.some((row) => row.kind === kind) };
    });
  }

  /** Chooses whether a kind is mailed; false, and nothing changed, for one that always is. */
  async prefer(accountId: string, kind: NoticeKind, mailed: boolean): Promise<boolean> {
    if (ALWAYS_MAILED.includes(kind)) return false;
    const { manager } = this.deps.dataSource;
    if (mailed) await manager.delete(MutedNoticeRow, { accountId, kind });
    else {
      const row = { accountId, kind, mutedAt: this.deps.clock.now() };
      await manager.createQueryBuilder().insert().into(MutedNoticeRow).values(row).orIgnore().execute();
    }
    return true;
  }

  private own(accountId: string, id: string): Promise<NoticeRow | null> {
    return this.deps.dataSource.manager.findOneBy(NoticeRow, { id, accountId });
  }
}

function mailOf(state: string | undefined): NoticeMail {
  if (state === undefined) return 'NONE';
  if (state === 'INTENT' || state === 'SENDING') return 'QUEUED';
  return state === 'SENT' || state === 'UNKNOWN' ? state : 'FAILED';
}
