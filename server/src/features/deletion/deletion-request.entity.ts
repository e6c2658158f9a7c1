import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request to erase Instagram data. Its state is derived from these times, never stored beside them. */
@Entity({ name: 'deletion_request' })
@Index('deletion_request_code', ['codeHash'], { unique: true })
@Index('deletion_request_digest', ['requestDigest'], { unique: true })
export class DeletionRequestRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'deletion_request_pkey' })
  id: string;

  /** SHA-256 of the confirmation code; the code itself is only with its holders. */
  @Column({ type: 'bytea' })
  codeHash: Buffer;

  /** `META_CALLBACK`, `DISCONNECT`, `ACCOUNT_CLOSURE` or `OPERATOR`. */
  @Column({ type: 'text' })
  source: string;

  /** The SHA-256 of a callback's signed request, or a keyed digest of a line of an operator's file: the same again is this one. */
  @Column({ type: 'bytea', nullable: true })
  requestDigest: Buffer | null;

  @Column({ type: 'timestamptz' })
  requestedAt: Date;

  /** When the keys were destroyed; null while, or because, there was nothing to destroy. */
  @Column({ type: 'timestamptz', nullable: true })
  keysRemovedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  erasingAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  attentionAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  completedAt: Date | null;

  /** What came of asking Instagram to withdraw our access: see `AccessWithdrawal`. */
  @Column({ type: 'text' })
  accessWithdrawal: string;
}
