import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Place } from '../../platform/vault';
import { AccountRow, type MailedLinkPurpose, type MailedLinks } from '../account';
import { MailRow } from './mail.entity';

export const SEND_MAIL_TASK = 'send-mail';

/**
 * How far a mail is. INTENT: to be sent. SENDING: the mail server is being spoken to. UNKNOWN: nobody knows whether the
 * server took it, so it is not sent again. FAILED: surely not sent, and given up.
 */
export type MailState = 'INTENT' | 'SENDING' | 'SENT' | 'UNKNOWN' | 'FAILED';
export type MailPurpose = 'NOTICE' | 'OPERATOR' | MailedLinkPurpose;

const HOUR_MS = 3_600_000;

/** Mails as they are wanted: a row and a job, in the transaction of what they tell. */
export class Mails implements MailedLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A mail that tells a notice, once; to another address than the account's when `sealTo` seals one for it. */
  tell(
    tx: EntityManager,
    accountId: string,
    noticeId: string,
    sealTo: (mailId: string) => string | null = () => null,
  ): Promise<void> {
    const id = newId();
    return this.intend(tx, { id, accountId, purpose: 'NOTICE', noticeId, toSealed: sealTo(id) });
  }

  mail(tx: EntityManager, accountId: string, purpose: MailedLinkPurpose): Promise<void> {
    return this.intend(tx, { accountId, purpose });
  }

  /** Tells the operator of an event, at most once an hour for the same one. */
  async tellOperator(event: string): Promise<void> {
    const hour = Math.floor(this.clock.now().getTime() / HOUR_MS);
    const dedupeKey = createHash('sha256').update(`${event}|${hour}`).digest();
    await this.dataSource.transaction((tx) =>
      this.intend(tx, { accountId: null, purpose: 'OPERATOR', operatorEvent: event, dedupeKey }),
    );
  }

  async isGood(token: string, purpose: MailedLinkPurpose): Promise<boolean> {
    return this.dataSource.manager.existsBy(MailRow, this.good(token, purpose));
  }

  async use(tx: EntityManager, token: string, purpose: MailedLinkPurpose): Promise<string | null> {
    const good = this.good(token, purpose);
    const accountId = (await tx.findOneBy(MailRow, good))?.accountId ?? null;
    if (accountId === null) return null;
    if (!(await holdAccount(tx, accountId, 'pessimistic_write'))) return null;
    const row = await tx.findOne(MailRow, { where: good, lock: { mode: 'pessimistic_write' } });
    if (row === null) return null;
    await tx.update(MailRow, { accountId, purpose }, { linkHash: null });
    return accountId;
  }

  async end(tx: EntityManager, accountId: string, purposes: readonly MailedLinkPurpose[]): Promise<void> {
    const those = { accountId, purpose: In([...purposes]) };
    await tx.update(MailRow, { ...those, linkHash: Not(IsNull()) }, { linkHash: null });
    const over = { state: 'FAILED', settledAt: this.clock.now() };
    await tx.update(MailRow, { ...those, state: 'INTENT' }, over);
  }

  private good(token: string, purpose: MailedLinkPurpose) {
    return { linkHash: linkHashOf(token), purpose, linkEndsAt: MoreThan(this.clock.now()) };
  }

  private async intend(
    tx: EntityManager,
    mail: Pick<MailRow, 'accountId'> & { purpose: MailPurpose } & Partial<MailRow>,
  ): Promise<void> {
    const id = mail.id ?? newId();
    const intendedAt = this.clock.now();
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(MailRow)
      .values({ ...mail, id, state: 'INTENT', intendedAt })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) await enqueueMail(tx, id, intendedAt);
  }
}

/** Has a mail sent at a moment. */
export function enqueueMail(tx: EntityManager, mailId: string, runAt: Date): Promise<void> {
  return enqueue(tx, { task: SEND_MAIL_TASK, payload: { mailId }, key: `send-mail:${mailId}`, runAt });
}

/** What is stored of a link's token. */
export const linkHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Holds an account before a mail of it is locked: whoever needs both takes them in this order. A link is so made for an
 * address that does not change before it is stored. False when the account was deleted, also when its rows still go.
 */
export async function holdAccount(
  tx: EntityManager,
  accountId: string,
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<boolean> {
  const select = { id: true, emailIndex: true } as const;
  const account = await tx.findOne(AccountRow, { select, where: { id: accountId }, lock: { mode } });
  return account !== null && account.emailIndex !== null;
}

/** The place that another address than the account's own is sealed for. */
export const recipientPlace = (mailId: string): Place => ({
  table: 'mail',
  column: 'to_sealed',
  rowId: mailId,
});
