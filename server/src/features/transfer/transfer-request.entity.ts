import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { TRANSFER_REQUESTS } from './held';

/** That an account asked to have an Instagram account moved to it from the account that holds it: at most one for each connection. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: TRANSFER_REQUESTS,
  onErase: 'row-removed',
})
@Entity({ name: 'transfer_request' })
export class TransferRequestRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the request',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'transfer_request_pkey',
  })
  id: string;

  /** Who asks. */
  @Index('transfer_request_account')
  @ForeignKey('AccountRow', { name: 'transfer_request_account_fkey', onDelete: 'CASCADE' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'who asks', type: 'uuid' })
  accountId: string;

  /** The connection that holds the Instagram account. The request goes with it. */
  @Index('transfer_request_connection', { unique: true })
  @ForeignKey('InstagramConnectionRow', {
    name: 'transfer_request_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @Clear({ reason: 'foreign-id', source: 'us', purpose: 'which connection is to be moved', type: 'uuid' })
  connectionId: string;

  /** Null once the answer was no: it is shown to nobody any more. */
  @Sealed({
    key: 'account',
    source: 'instagram',
    purpose: 'to show you which Instagram account you asked for',
    nullable: true,
  })
  usernameSealed: string | null;

  /** When Instagram vouched that whoever asks can sign in to the account. The token that proved it was dropped. */
  @Clear({ reason: 'time', source: 'us', purpose: 'when Instagram vouched for you', type: 'timestamptz' })
  provedAt: Date;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was asked', type: 'timestamptz' })
  askedAt: Date;

  /** When the holder's time to answer ends or ended; null once the answer was no. */
  @Index('transfer_request_answer_by')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'until when the answer is waited for',
    type: 'timestamptz',
    nullable: true,
  })
  answerBy: Date | null;

  /** When whoever asks was told that nobody answered. */
  @Clear({ reason: 'time', source: 'us', purpose: 'to tell it once', type: 'timestamptz', nullable: true })
  toldAt: Date | null;

  /** When the holder chose to keep the connection. */
  @Index('transfer_request_kept')
  @Clear({
    reason: 'time',
    source: 'person',
    purpose: 'so that it is not asked again at once',
    type: 'timestamptz',
    nullable: true,
  })
  keptAt: Date | null;
}
