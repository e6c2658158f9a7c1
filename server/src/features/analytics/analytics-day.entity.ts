import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The numbers of one connection for one of Meta's days, a column per metric; null = not known, never 0 for it.
 * PostgreSQL's `bigint` comes as text: the store makes numbers of it.
 */
@Entity({ name: 'analytics_day' })
export class AnalyticsDayRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_day_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'analytics_day_pkey' })
  connectionId: string;

  /** The day's date in Los Angeles, where Meta cuts its days. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'analytics_day_pkey' })
  day: string;

  @Column({ type: 'bigint', nullable: true })
  reach: string | null;

  @Column({ type: 'bigint', nullable: true })
  views: string | null;

  @Column({ type: 'bigint', nullable: true })
  accountsEngaged: string | null;

  @Column({ type: 'bigint', nullable: true })
  totalInteractions: string | null;

  @Column({ type: 'bigint', nullable: true })
  likes: string | null;

  @Column({ type: 'bigint', nullable: true })
  comments: string | null;

  @Column({ type: 'bigint', nullable: true })
  saves: string | null;

  @Column({ type: 'bigint', nullable: true })
  shares: string | null;

  @Column({ type: 'bigint', nullable: true })
  replies: string | null;

  @Column({ type: 'bigint', nullable: true })
  reposts: string | null;

  @Column({ type: 'bigint', nullable: true })
  follows: string | null;

  @Column({ type: 'bigint', nullable: true })
  unfollows: string | null;

  @Column({ type: 'bigint', nullable: true })
  profileLinksTaps: string | null;

  /** The number of followers at the day's last sync. */
  @Column({ type: 'bigint', nullable: true })
  followerCount: string | null;

  /** When Instagram last answered for the day's totals; null while only reach or followers are known. */
  @Column({ type: 'timestamptz', nullable: true })
  fetchedAt: Date | null;

  /** Our names of the metrics for which that answer was an error. */
  @Column({ type: 'text', array: true })
  failedMetrics: string[];
}
