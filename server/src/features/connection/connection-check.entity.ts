import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { CHECKS } from './held';

/** One renewal or check of a connection, and how Instagram answered. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: CHECKS,
  onErase: 'row-removed',
})
@Entity({ name: 'connection_check' })
@Index('connection_check_connection', ['connectionId', 'at'])
export class ConnectionCheckRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the check',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'connection_check_pkey',
  })
  id: string;

  @ForeignKey('InstagramConnectionRow', { name: 'connection_check_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'what was checked', type: 'uuid' })
  connectionId: string;

  @Index('connection_check_at')
  @Clear({ reason: 'time', source: 'us', purpose: 'when it was', type: 'timestamptz' })
  at: Date;

  @Clear({ reason: 'our-word', source: 'us', purpose: 'what was asked of Instagram', type: 'text' })
  kind: string;

  @Clear({ reason: 'our-word', source: 'instagram', purpose: 'to show how it went', type: 'text' })
  outcome: string;

  /** Instagram's own number for a refusal, for whoever helps the person. */
  @Clear({
    reason: 'number',
    source: 'instagram',
    purpose: 'to find out why it was refused',
    type: 'integer',
    nullable: true,
  })
  code: number | null;

  @Clear({
    reason: 'number',
    source: 'instagram',
    purpose: 'to find out why it was refused',
    type: 'integer',
    nullable: true,
  })
  subcode: number | null;
}
