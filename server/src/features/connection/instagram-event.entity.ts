import { Entity, ForeignKey, Index } from 'typeorm';
import { BlindIndex, Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { EVENTS } from './held';

/** That somebody commented on what a connection's account published. Nothing of who, and nothing of what they wrote. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: EVENTS,
  onErase: 'row-removed',
})
@Entity({ name: 'instagram_event' })
@Index('instagram_event_once', ['connectionId', 'eventIndex'], { unique: true })
export class InstagramEventRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the event',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'instagram_event_pkey',
  })
  id: string;

  @ForeignKey('InstagramConnectionRow', { name: 'instagram_event_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whose event it is', type: 'uuid' })
  connectionId: string;

  /** Of all that the event said: the same event again is found by it, and nothing of it can be read from it. */
  @BlindIndex({ key: 'profile', purpose: 'to count the same event once' })
  eventIndex: Buffer;

  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to know what sort of event it was',
    type: 'text',
  })
  kind: string;

  @Sealed({ key: 'profile', purpose: 'to know which post or reel it was about', nullable: true })
  mediaIdSealed: string | null;

  @Index('instagram_event_received')
  @Clear({ reason: 'time', source: 'us', purpose: 'to forget it in time', type: 'timestamptz' })
  receivedAt: Date;
}
