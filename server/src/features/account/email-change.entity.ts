import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { EMAIL_CHANGES } from './held';

/** The address that an account is to have as soon as it is confirmed there; one an account, and it reserves nothing. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: EMAIL_CHANGES,
  onErase: 'with-account',
})
@Entity({ name: 'email_change' })
export class EmailChangeRow {
  @ForeignKey('AccountRow', { name: 'email_change_account_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose address is to change',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'email_change_pkey',
  })
  accountId: string;

  @Sealed({ key: 'account', purpose: 'to mail the link there, and to change to it' })
  emailSealed: string;

  @Index('email_change_requested')
  @Clear({
    reason: 'time',
    source: 'person',
    purpose: 'to end it half an hour later',
    type: 'timestamptz',
  })
  requestedAt: Date;
}
