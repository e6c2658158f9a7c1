import { Entity, ForeignKey } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { ANALYTICS } from './held';

/** Why the newest run has no number for a metric. A metric that came as asked has no row. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: ANALYTICS,
  onErase: 'row-removed',
})
@Entity({ name: 'analytics_gap' })
export class AnalyticsGapRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_gap_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose number is missing',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'analytics_gap_pkey',
  })
  connectionId: string;

  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'which number is missing',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'analytics_gap_pkey',
  })
  metric: string;

  @Clear({ reason: 'our-word', source: 'instagram', purpose: 'to say why it is missing', type: 'text' })
  reason: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was missing', type: 'timestamptz' })
  notedAt: Date;
}
