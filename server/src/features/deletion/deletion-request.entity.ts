import { Entity, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RECORDS, REQUEST_DIGESTS } from './held';

/** A request to erase Instagram data. Its state is derived from these times, never stored beside them. */
@Subject({
  paths: [{ column: 'id', to: 'deletion_subject.request_id' }],
  holding: RECORDS,
  onErase: { kept: 'it proves that the deletion happened, and holds no name and no Instagram id' },
})
@Entity({ name: 'deletion_request' })
@Index('deletion_request_code', ['codeHash'], { unique: true })
@Index('deletion_request_digest', ['requestDigest'], { unique: true })
export class DeletionRequestRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the request',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_request_pkey',
  })
  id: string;

  /** SHA-256 of the confirmation code; the code itself is only with its holders. */
  @Clear({ reason: 'digest', source: 'us', purpose: 'to find the request by its code', type: 'bytea' })
  codeHash: Buffer;

  /** `META_CALLBACK`, `DISCONNECT`, `ACCOUNT_CLOSURE`, `TRANSFER` or `OPERATOR`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'who asked', type: 'text' })
  source: string;

  /** The SHA-256 of a callback's signed request, or a keyed digest of a line of an operator's file: the same again is this one. */
  @Clear({
    reason: 'digest',
    source: 'instagram',
    purpose: 'to answer the same request the same way',
    holding: REQUEST_DIGESTS,
    type: 'bytea',
    nullable: true,
  })
  requestDigest: Buffer | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was asked', type: 'timestamptz' })
  requestedAt: Date;

  /** When the keys were destroyed; null while, or because, there was nothing to destroy. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when nothing could be read any more',
    type: 'timestamptz',
    nullable: true,
  })
  keysRemovedAt: Date | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'how far it is', type: 'timestamptz', nullable: true })
  erasingAt: Date | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'how far it is', type: 'timestamptz', nullable: true })
  attentionAt: Date | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'how far it is', type: 'timestamptz', nullable: true })
  completedAt: Date | null;

  /** What came of asking Instagram to withdraw our access: see `AccessWithdrawal`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'what Instagram answered', type: 'text' })
  accessWithdrawal: string;
}
