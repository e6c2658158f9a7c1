import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What became of one category of one connection, written by the transaction that did it. */
@Entity({ name: 'deletion_outcome' })
@ForeignKey('DeletionSubjectRow', ['requestId', 'connectionId'], ['requestId', 'connectionId'], {
  name: 'deletion_outcome_subject_fkey',
  onDelete: 'CASCADE',
})
export class DeletionOutcomeRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'deletion_outcome_pkey' })
  requestId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'deletion_outcome_pkey' })
  connectionId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'deletion_outcome_pkey' })
  category: string;

  /** `REMOVED`, `NOTHING_HELD` or `FAILED`. */
  @Column({ type: 'text' })
  outcome: string;

  /** Records removed. */
  @Column({ type: 'integer' })
  count: number;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
