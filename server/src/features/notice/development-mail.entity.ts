import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { DEVELOPMENT_MAILS } from './held';

/** A mail that a server without a mail server kept to show it. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: DEVELOPMENT_MAILS,
  onErase: 'with-account',
})
@Entity({ name: 'development_mail' })
export class DevelopmentMailRow {
  @ForeignKey('MailRow', { name: 'development_mail_mail_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which mail it is',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'development_mail_pkey',
  })
  mailId: string;

  /** Null for a mail to the operator. */
  @ForeignKey('AccountRow', { name: 'development_mail_account_fkey', onDelete: 'CASCADE' })
  @Index('development_mail_account')
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whom it went to', type: 'uuid', nullable: true })
  accountId: string | null;

  @Index('development_mail_sent')
  @Clear({ reason: 'time', source: 'us', purpose: 'when it was sent', type: 'timestamptz' })
  sentAt: Date;

  /** Address, subject and text; null for a mail to the operator, whose words follow from its event. */
  @Sealed({ key: 'account', source: 'us', purpose: 'to show the mail', nullable: true })
  contentSealed: string | null;
}
