import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { HEALTH } from './held';

/** What Instagram's refusals made us suspect of a connection, and what a check confirmed. A grant begins it anew. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: HEALTH,
  onErase: 'row-removed',
})
@Entity({ name: 'connection_health' })
export class ConnectionHealthRow {
  @ForeignKey('InstagramConnectionRow', { name: 'connection_health_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'what it is about',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'connection_health_pkey',
  })
  connectionId: string;

  /** Our word for what a refusal spoke of (`Suspicion`); null while nothing is suspected. */
  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to know what is to be checked',
    type: 'text',
    nullable: true,
  })
  suspicion: string | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell what passes from what stays',
    type: 'timestamptz',
    nullable: true,
  })
  suspectedAt: Date | null;

  /** Checks in a row that found the suspicion true, and could not yet call it proven. */
  @Clear({ reason: 'number', source: 'us', purpose: 'to believe no single answer', type: 'integer' })
  confirmations: number;

  /** From when on the next check is made; null when none is planned. */
  @Index('connection_health_due')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to check in time',
    type: 'timestamptz',
    nullable: true,
  })
  checkDueAt: Date | null;

  /** When a check proved that Instagram had ended our access; null while it has not. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show since when access is gone',
    type: 'timestamptz',
    nullable: true,
  })
  accessEndedAt: Date | null;

  /** Our word for why (`AccessEnd`). */
  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to show why access is gone',
    type: 'text',
    nullable: true,
  })
  accessEnd: string | null;

  /** When a check proved that a permission had been taken back; null while none was. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show since when a permission is gone',
    type: 'timestamptz',
    nullable: true,
  })
  permissionLostAt: Date | null;

  /** Instagram's numbers for the refusal that proved the newest change. */
  @Clear({
    reason: 'number',
    source: 'instagram',
    purpose: 'to show what the state rests on',
    type: 'integer',
    nullable: true,
  })
  evidenceCode: number | null;

  @Clear({
    reason: 'number',
    source: 'instagram',
    purpose: 'to show what the state rests on',
    type: 'integer',
    nullable: true,
  })
  evidenceSubcode: number | null;
}
