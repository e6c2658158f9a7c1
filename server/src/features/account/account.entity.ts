import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BlindIndex, Sealed } from '../../platform/database/personal';

/** A person's SocioGenie login. */
@Entity({ name: 'account' })
@Index('account_email', ['emailIndex'], { unique: true })
export class AccountRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @Sealed({ key: 'account', purpose: 'to sign in' })
  emailSealed: string;

  @BlindIndex({ key: 'account', purpose: 'to find the account at sign-in' })
  emailIndex: Buffer;

  /** Argon2id, with its parameters. */
  @Column({ type: 'text' })
  passwordHash: string;

  /** As the person gave it; whatever `Intl.DateTimeFormat` accepts. */
  @Column({ type: 'text' })
  timeZone: string;

  /** The connection that analytics opens with; erased with the connection. */
  @Column({ type: 'uuid', nullable: true })
  selectedConnectionId: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
