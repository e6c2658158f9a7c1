import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { CONNECT_ATTEMPTS } from './held';

/** A connect that was begun: the digest of its single-use `state`, and who may finish it. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: CONNECT_ATTEMPTS,
  onErase: 'row-removed',
})
@Entity({ name: 'connect_attempt' })
export class ConnectAttemptRow {
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to recognise the return from Instagram',
    primary: true,
    type: 'bytea',
    primaryKeyConstraintName: 'connect_attempt_pkey',
  })
  stateHash: Buffer;

  @Index('connect_attempt_account')
  @ForeignKey('AccountRow', {
    name: 'connect_attempt_account_fkey',
    onDelete: 'CASCADE',
  })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'who began it', type: 'uuid' })
  accountId: string;

  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'so that only the one who began it can finish it',
    type: 'bytea',
  })
  sessionHash: Buffer;

  /** The connection to reconnect; null for whichever Instagram account returns. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which connection is to be renewed',
    type: 'uuid',
    nullable: true,
  })
  connectionId: string | null;

  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'to ask for the same when the person sets out again',
    type: 'boolean',
  })
  commentEvents: boolean;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it began', type: 'timestamptz' })
  createdAt: Date;

  @Clear({ reason: 'time', source: 'us', purpose: 'to end it after ten minutes', type: 'timestamptz' })
  expiresAt: Date;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to accept one return only',
    type: 'timestamptz',
    nullable: true,
  })
  consumedAt: Date | null;

  /** When its grant was stored; null before, and while Instagram is being asked. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell a grant that is stored from one under way',
    type: 'timestamptz',
    nullable: true,
  })
  storedAt: Date | null;
}
