import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId } from '../../platform/ids';
import type { Place, Vault } from '../../platform/vault';
import { AccountRow } from '../account';
import { type Mails, recipientPlace } from './mails';
import { MutedNoticeRow } from './muted-notice.entity';
import { ALWAYS_MAILED, dedupeWords, type Notice } from './notice';
import { NoticeRow } from './notice.entity';

interface NoticeBoardDependencies {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly mails: Mails;
}

const DAY_MS = 24 * 3_600_000;

/** Who tells people. */
export class NoticeBoard {
  constructor(private readonly deps: NoticeBoardDependencies) {}

  /**
   * Tells an account something, in the transaction in which it happens: the notice stands in the app once, however often
   * it is told, and is mailed once when the address was confirmed and the person did not choose otherwise. An account
   * that was deleted is told nothing.
   */
  async tell(tx: EntityManager, notice: Notice): Promise<void> {
    const { vault, clock, mails } = this.deps;
    const { accountId, kind, aboutAt } = notice;
    const key = (await vault.openKeys(tx, 'account', [accountId])).get(accountId);
    const account = await tx.findOneBy(AccountRow, { id: accountId });
    if (key === undefined || account === null) return;
    const id = newId();
    const words = [accountId, kind, ...dedupeWords(notice)].join('|');
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(NoticeRow)
      .values({
        ...{ id, accountId, kind, aboutAt, toldAt: clock.now(), seenAt: null },
        dedupeKey: createHash('sha256').update(words).digest(),
        connectionId: 'connectionId' in notice ? notice.connectionId : null,
        daysLeft: notice.kind === 'ACCESS_ENDING' ? daysUntil(aboutAt, clock.now()) : null,
        deviceSealed: 'device' in notice ? key.seal(devicePlace(id), notice.device) : null,
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return;
    if (notice.kind === 'EMAIL_CHANGED') {
      const { formerEmail } = notice;
      if (formerEmail === null) return;
      return mails.tell(tx, accountId, id, (mailId) => key.seal(recipientPlace(mailId), formerEmail));
    }
    if (account.emailVerifiedAt === null) return;
    const muted = await tx.existsBy(MutedNoticeRow, { accountId, kind });
    if (!muted || ALWAYS_MAILED.includes(kind)) await mails.tell(tx, accountId, id);
  }
}

/** The days left, begun ones counted: a warning that comes late says what is true when it is told. */
function daysUntil(end: Date, now: Date): number {
  return Math.max(1, Math.ceil((end.getTime() - now.getTime()) / DAY_MS));
}

/** The place that a browser's name is sealed for. */
export const devicePlace = (noticeId: string): Place => ({
  table: 'notice',
  column: 'device_sealed',
  rowId: noticeId,
});
