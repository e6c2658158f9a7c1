import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { OWN_REQUESTS, RECORDS } from './held';

/**
 * A connection that a deletion request speaks of. The connection's own id is a random one of ours. A request to delete an
 * account has one row more, for the account itself: its `connectionId` is an id made for the record, and the account's
 * own is there only until the request is completed.
 */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: RECORDS,
  onErase: {
    kept: 'it says which of our random ids a request was about',
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
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'who may see the request',
    holding: OWN_REQUESTS,
    onErase: 'with-account',
    type: 'uuid',
    nullable: true,
  })
  accountId: string | null;

  /** The owner's copy of the confirmation code; null once the account is deleted, or when its key was lost. */
  @Sealed({
    key: 'account',
    source: 'us',
    purpose: 'to show you the code of your own deletion request',
    holding: OWN_REQUESTS,
    onErase: 'with-account',
    nullable: true,
  })
  codeSealed: string | null;

  /**
   * `erase`, `join` (an earlier request was already erasing it), `keep` (granted after the request) or `account` (the
   * account itself).
   */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'whether it was erased', type: 'text' })
  part: string;
}
