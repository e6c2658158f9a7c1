import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RECIPIENT_ENDPOINTS, RECORDS } from './held';

/**
 * An integrator that read something of what a request deletes, and is told to erase it too: made by the transaction that
 * takes the request in, so that it outlives the account. It names nobody; where it is told is sealed under a key of its own
 * that is destroyed when it is settled, or after three days.
 */
@Subject({
  paths: [{ column: 'request_id', to: 'deletion_subject.request_id' }],
  holding: RECORDS,
  onErase: { kept: 'it says that an integrator had to be told, and what came of it' },
})
@Entity({ name: 'deletion_recipient' })
export class DeletionRecipientRow {
  /** Of the request and whoever it is, see `recipientId`: what every attempt to tell it is recognised by. */
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'so that it recognises what it was told before',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'deletion_recipient_pkey',
  })
  id: string;

  @Index('deletion_recipient_request')
  @ForeignKey('DeletionRequestRow', { name: 'deletion_recipient_request_fkey', onDelete: 'CASCADE' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'which request it belongs to', type: 'uuid' })
  requestId: string;

  /** The connections of which it read. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to tell it what to erase',
    type: 'uuid',
    array: true,
  })
  connectionIds: string[];

  /** JSON of url and secret; null when there is none, and once it is settled. */
  @Sealed({
    key: 'recipient',
    source: 'person',
    purpose: 'to tell it, in a message that it can check',
    holding: RECIPIENT_ENDPOINTS,
    onErase: { kept: 'so that it can be told to erase too, for three days at most' },
    nullable: true,
  })
  endpointSealed: string | null;

  /** Attempts that began. */
  @Clear({ reason: 'number', source: 'us', purpose: 'to make growing pauses', type: 'integer' })
  attempts: number;

  /** When it is given up. */
  @Index('deletion_recipient_ends')
  @Clear({ reason: 'time', source: 'us', purpose: 'to end telling it', type: 'timestamptz' })
  endsAt: Date;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when it was settled',
    type: 'timestamptz',
    nullable: true,
  })
  settledAt: Date | null;

  /** See `RecipientOutcome`; null until it is settled. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'what came of it', type: 'text', nullable: true })
  outcome: string | null;
}
