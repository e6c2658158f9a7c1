import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A connect that was begun: the digest of its single-use `state`, and who may finish it. */
@Entity({ name: 'connect_attempt' })
export class ConnectAttemptRow {
  @PrimaryColumn({
    type: 'bytea',
    primaryKeyConstraintName: 'connect_attempt_pkey',
  })
  stateHash: Buffer;

  @Index('connect_attempt_account')
  @ForeignKey('AccountRow', {
    name: 'connect_attempt_account_fkey',
    onDelete: 'CASCADE',
  })
  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'bytea' })
  sessionHash: Buffer;

  /** The connection to reconnect; null for whichever Instagram account returns. */
  @Column({ type: 'uuid', nullable: true })
  connectionId: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  consumedAt: Date | null;

  /** When its grant was stored; null before, and while Instagram is being asked. */
  @Column({ type: 'timestamptz', nullable: true })
  storedAt: Date | null;
}
