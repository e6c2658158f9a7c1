import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../../platform/database/personal';

/** A connection that a deletion request speaks of. The connection's own id is a random one of ours. */
@Entity({ name: 'deletion_subject' })
export class DeletionSubjectRow {
  @ForeignKey('DeletionRequestRow', { name: 'deletion_subject_request_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'deletion_subject_pkey' })
  requestId: string;

  @Index('deletion_subject_connection')
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'deletion_subject_pkey' })
  connectionId: string;

  @Index('deletion_subject_account')
  @Column({ type: 'uuid' })
  accountId: string;

  /** The owner's copy of the confirmation code. */
  @Sealed({ key: 'account', purpose: 'to show you the code of your own deletion request' })
  codeSealed: string;

  /** `erase`, `join` (an earlier request was already erasing it) or `keep` (granted after the request). */
  @Column({ type: 'text' })
  part: string;
}
