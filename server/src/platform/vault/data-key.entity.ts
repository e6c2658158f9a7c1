import { Entity, Index } from 'typeorm';
import { Clear } from '../database/personal';
import { Subject } from '../database/subject';
import { DATA_KEYS } from './held';

/** A wrapped data key. The schema is one of its own, so that it can have a backup policy of its own. */
@Subject({
  paths: [
    { column: 'subject_id', to: 'account.id' },
    { column: 'subject_id', to: 'instagram_connection.id' },
    { column: 'subject_id', to: 'data_export.id' },
    { column: 'subject_id', to: 'deletion_recipient.id' },
  ],
  holding: DATA_KEYS,
  onErase: 'row-removed',
})
@Entity({ name: 'data_key', schema: 'keystore' })
@Index('data_key_owner', ['kind', 'subjectId', 'generation'], { unique: true })
@Index('data_key_epoch', ['epochId'])
export class DataKeyRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the key',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'data_key_pkey',
  })
  id: string;

  /** What the key seals: `account`, `profile` (a connection's ids and names), `token` (one grant's token), `export` or `recipient`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'what it seals', type: 'text' })
  kind: string;

  @Clear({ reason: 'random-id', source: 'us', purpose: 'whose key it is', type: 'uuid' })
  subjectId: string;

  @Clear({ reason: 'number', source: 'us', purpose: 'which grant it is for', type: 'integer' })
  generation: number;

  @Clear({ reason: 'key-name', source: 'us', purpose: 'the key that wraps it', type: 'text' })
  epochId: string;

  @Clear({ reason: 'wrapped-key', source: 'us', purpose: 'to open what it sealed', type: 'text' })
  wrapped: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'how old it is', type: 'timestamptz' })
  createdAt: Date;
}
