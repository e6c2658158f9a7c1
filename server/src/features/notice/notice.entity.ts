import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { NOTICES } from './held';

/** One thing that an account was told; it stands in the app whether or not it is mailed. */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: NOTICES, onErase: 'with-account' })
@Entity({ name: 'notice' })
@Index('notice_feed', ['accountId', 'toldAt', 'id'])
export class NoticeRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the notice',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'notice_pkey',
  })
  id: string;

  @ForeignKey('AccountRow', { name: 'notice_account_fkey', onDelete: 'CASCADE' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'who was told', type: 'uuid' })
  accountId: string;

  @Clear({ reason: 'our-word', source: 'us', purpose: 'what was told', type: 'text' })
  kind: string;

  /** SHA-256 of account, kind and what the notice is about: the same is told once. */
  @Index('notice_dedupe', { unique: true })
  @Clear({ reason: 'digest', source: 'us', purpose: 'to tell the same thing once', type: 'bytea' })
  dedupeKey: Buffer;

  /** A notice about a connection goes with it. */
  @ForeignKey('InstagramConnectionRow', { name: 'notice_connection_fkey', onDelete: 'NO ACTION' })
  @Index('notice_connection')
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which connection it is about',
    onErase: 'row-removed',
    type: 'uuid',
    nullable: true,
  })
  connectionId: string | null;

  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'the days of access left',
    type: 'integer',
    nullable: true,
  })
  daysLeft: number | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when what it is about happens or happened',
    type: 'timestamptz',
    nullable: true,
  })
  aboutAt: Date | null;

  @Sealed({ key: 'account', purpose: 'to name the browser that signed in', nullable: true })
  deviceSealed: string | null;

  @Index('notice_told')
  @Clear({ reason: 'time', source: 'us', purpose: 'when it was told', type: 'timestamptz' })
  toldAt: Date;

  @Clear({
    reason: 'time',
    source: 'person',
    purpose: 'to count what is new',
    type: 'timestamptz',
    nullable: true,
  })
  seenAt: Date | null;
}
