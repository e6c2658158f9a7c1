import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { WARNINGS } from './held';

/** Something that a person was to be told about a connection. The key lets each be told once. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: WARNINGS,
  onErase: 'row-removed',
})
@Entity({ name: 'connection_warning' })
export class ConnectionWarningRow {
  @ForeignKey('InstagramConnectionRow', { name: 'connection_warning_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'what it is about',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'connection_warning_pkey',
  })
  connectionId: string;

  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'the grant that it is about',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'connection_warning_pkey',
  })
  generation: number;

  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'what was told',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'connection_warning_pkey',
  })
  kind: string;

  /** The days that were left, of 14, 7, 3 and 1; 0 where nothing is counted down. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'which of the warnings it was',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'connection_warning_pkey',
  })
  rung: number;

  /** The moment that it is about: a token that was renewed and fails again later is warned of anew. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when access ends, or ended',
    primary: true,
    type: 'timestamptz',
    primaryKeyConstraintName: 'connection_warning_pkey',
  })
  aboutAt: Date;

  @Index('connection_warning_told')
  @Clear({ reason: 'time', source: 'us', purpose: 'when it was told', type: 'timestamptz' })
  toldAt: Date;
}
