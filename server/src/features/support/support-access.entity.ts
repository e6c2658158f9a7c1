import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../../platform/database/personal';

/** That somebody of support looked at an account, or asked for one and there was none. Kept for twelve months. */
@Entity({ name: 'support_access' })
export class SupportAccessRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'support_access_pkey' })
  id: string;

  @Index('support_access_looked')
  @Column({ type: 'timestamptz' })
  lookedAt: Date;

  /** The name that the operator gave. */
  @Column({ type: 'text' })
  operator: string;

  /** Our word for what was done; see `SupportAction`. */
  @Column({ type: 'text' })
  action: string;

  /** Null when nobody was found. */
  @ForeignKey('AccountRow', { name: 'support_access_account_fkey', onDelete: 'CASCADE' })
  @Index('support_access_account')
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null;

  /** Null when nobody was found: there is no key to seal it with, and nothing was shown. */
  @Sealed({ key: 'account', purpose: 'to say why support looked at the account', nullable: true })
  reasonSealed: string | null;
}
