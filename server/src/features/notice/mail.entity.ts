import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { MAILS } from './held';

/**
 * One mail, from the intent to its outcome. What it says is made when it is sent and not kept; a link of it only as
 * a digest.
 */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: MAILS, onErase: 'with-account' })
@Entity({ name: 'mail' })
export class MailRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the mail',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'mail_pkey',
  })
  id: string;

  /** Null for a mail to the operator. */
  @ForeignKey('AccountRow', { name: 'mail_account_fkey', onDelete: 'CASCADE' })
  @Index('mail_account')
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whom it goes to', type: 'uuid', nullable: true })
  accountId: string | null;

  @Clear({ reason: 'our-word', source: 'us', purpose: 'what it is for', type: 'text' })
  purpose: string;

  @ForeignKey('NoticeRow', { name: 'mail_notice_fkey', onDelete: 'CASCADE' })
  @Index('mail_notice', { unique: true })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which notice it tells',
    type: 'uuid',
    nullable: true,
  })
  noticeId: string | null;

  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'which event the operator is told of',
    type: 'text',
    nullable: true,
  })
  operatorEvent: string | null;

  @Index('mail_dedupe', { unique: true })
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to tell the operator of an event once an hour',
    type: 'bytea',
    nullable: true,
  })
  dedupeKey: Buffer | null;

  /** For a mail that goes to another address than the account's of that moment; gone when the mail is over. */
  @Sealed({
    key: 'account',
    purpose: 'to tell your former address that it was changed',
    nullable: true,
  })
  toSealed: string | null;

  /** Our word; see `MailState`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'how far it is', type: 'text' })
  state: string;

  @Index('mail_intended')
  @Clear({ reason: 'time', source: 'us', purpose: 'when it was to be sent', type: 'timestamptz' })
  intendedAt: Date;

  /** Set before a word is said to the mail server: a mail with it is never begun again. */
  @Clear({ reason: 'time', source: 'us', purpose: 'when sending began', type: 'timestamptz', nullable: true })
  sendingAt: Date | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was over', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** SHA-256 of the link's token; gone when it was used. */
  @Index('mail_link', { unique: true })
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to recognise the link',
    type: 'bytea',
    nullable: true,
  })
  linkHash: Buffer | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'when its link ends', type: 'timestamptz', nullable: true })
  linkEndsAt: Date | null;
}
