import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { SUPPORT_VISITS } from './held';

/** That somebody of support looked at an account, or asked for one and there was none. Kept for twelve months. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: SUPPORT_VISITS,
  onErase: 'with-account',
})
@Entity({ name: 'support_access' })
export class SupportAccessRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the visit',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'support_access_pkey',
  })
  id: string;

  @Index('support_access_looked')
  @Clear({ reason: 'time', source: 'us', purpose: 'when support looked', type: 'timestamptz' })
  lookedAt: Date;

  /** The name that the operator gave. */
  @Clear({ reason: 'staff-name', source: 'us', purpose: 'who of support looked', type: 'text' })
  operator: string;

  /** Our word for what was done; see `SupportAction`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'what was done', type: 'text' })
  action: string;

  /** Null when nobody was found. */
  @ForeignKey('AccountRow', { name: 'support_access_account_fkey', onDelete: 'CASCADE' })
  @Index('support_access_account')
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which account was looked at',
    type: 'uuid',
    nullable: true,
  })
  accountId: string | null;

  /** Null when nobody was found: there is no key to seal it with, and nothing was shown. */
  @Sealed({ key: 'account', purpose: 'to say why support looked at the account', nullable: true })
  reasonSealed: string | null;
}
