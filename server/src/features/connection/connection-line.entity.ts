import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { LINES } from './held';

/** How Instagram lately answered the calls of one connection, and until when they wait. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: LINES,
  onErase: 'row-removed',
})
@Entity({ name: 'connection_line' })
export class ConnectionLineRow {
  @ForeignKey('InstagramConnectionRow', { name: 'connection_line_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose calls they were',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'connection_line_pkey',
  })
  connectionId: string;

  /** When Instagram was last asked. */
  @Index('connection_line_heard')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to recognise trouble of Instagram’s',
    type: 'timestamptz',
  })
  heardAt: Date;

  /** Since when its answers are trouble, or speak against the access; null when the newest was neither. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to recognise trouble of Instagram’s',
    type: 'timestamptz',
    nullable: true,
  })
  troubledSince: Date | null;

  /** Our word for the trouble: HARD for what no account can cause, ODD for what speaks against its access. */
  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'to recognise trouble of Instagram’s',
    type: 'text',
    nullable: true,
  })
  trouble: string | null;

  /** The largest share of a limit that the newest such answer named, in percent. */
  @Clear({
    reason: 'number',
    source: 'instagram',
    purpose: 'to go slower before a limit is reached',
    type: 'integer',
    nullable: true,
  })
  usagePercent: number | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to know how old that is',
    type: 'timestamptz',
    nullable: true,
  })
  usageAt: Date | null;

  /** Until when calls that nobody waits for are not made. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to leave a limit alone',
    type: 'timestamptz',
    nullable: true,
  })
  pausedUntil: Date | null;

  /** When a limit of the whole app was last named to this connection. */
  @Index('connection_line_app_limited')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to recognise a limit of all connections',
    type: 'timestamptz',
    nullable: true,
  })
  appLimitedAt: Date | null;
}
