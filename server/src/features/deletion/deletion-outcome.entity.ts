import { Entity, ForeignKey } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RECORDS } from './held';

/** What became of one category of one connection, written by the transaction that did it. */
@Subject({
  paths: [{ column: 'connection_id', to: 'deletion_subject.connection_id' }],
  holding: RECORDS,
  onErase: { kept: 'it says what a request removed: a category, an outcome, a count' },
})
@Entity({ name: 'deletion_outcome' })
@ForeignKey('DeletionSubjectRow', ['requestId', 'connectionId'], ['requestId', 'connectionId'], {
  name: 'deletion_outcome_subject_fkey',
  onDelete: 'CASCADE',
})
export class DeletionOutcomeRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which request it belongs to',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_outcome_pkey',
  })
  requestId: string;

  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which connection was erased',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_outcome_pkey',
  })
  connectionId: string;

  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'what was removed',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'deletion_outcome_pkey',
  })
  category: string;

  /** `REMOVED`, `NOTHING_HELD` or `FAILED`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'what became of it', type: 'text' })
  outcome: string;

  /** Records removed. */
  @Clear({ reason: 'number', source: 'us', purpose: 'how many records were removed', type: 'integer' })
  count: number;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was done', type: 'timestamptz' })
  recordedAt: Date;
}
