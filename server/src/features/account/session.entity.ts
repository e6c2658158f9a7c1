import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A sign-in. The id itself is only in the person's cookie; here is its SHA-256. */
@Entity({ name: 'session' })
export class SessionRow {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'session_pkey' })
  idHash: Buffer;

  @Index('session_account')
  @ForeignKey('AccountRow', {
    name: 'session_account_fkey',
    onDelete: 'CASCADE',
  })
  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  lastUsedAt: Date;
}
