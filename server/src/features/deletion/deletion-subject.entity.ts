import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RECORDS } from './held';

/** A connection that a deletion request speaks of. The connection's own id is a random one of ours. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: RECORDS,
  onErase: {
    kept: 'it says which of our random ids a request was about, and holds the owner’s own code, sealed',
  },
})
@Entity({ name: 'deletion_subject' })
export class DeletionSubjectRow {
  @ForeignKey('DeletionRequestRow', { name: 'deletion_subject_request_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which request it belongs to',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_subject_pkey',
  })
  requestId: string;

  @Index('deletion_subject_connection')
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which connection was meant',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_subject_pkey',
  })
  connectionId: string;

  @Index('deletion_subject_account')
  @Clear({ reason: 'random-id', source: 'us', purpose: 'who may see the request', type: 'uuid' })
  accountId: string;

  /** The owner's copy of the confirmation code; null when the account's key was lost and nothing could be sealed. */
  @Sealed({
    key: 'account',
    source: 'us',
    purpose: 'to show you the code of your own deletion request',
    nullable: true,
  })
  codeSealed: string | null;

  /** `erase`, `join` (an earlier request was already erasing it) or `keep` (granted after the request). */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'whether it was erased', type: 'text' })
  part: string;
}
