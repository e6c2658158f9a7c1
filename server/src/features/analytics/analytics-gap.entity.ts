import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Why the newest run has no number for a metric. A metric that came as asked has no row. */
@Entity({ name: 'analytics_gap' })
export class AnalyticsGapRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_gap_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'analytics_gap_pkey' })
  connectionId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'analytics_gap_pkey' })
  metric: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  notedAt: Date;
}
