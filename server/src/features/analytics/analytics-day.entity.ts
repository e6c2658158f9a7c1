import { Entity, ForeignKey } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { ANALYTICS } from './held';

const NUMBER = {
  reason: 'number',
  source: 'instagram',
  purpose: 'a number of your charts',
  type: 'bigint',
  nullable: true,
} as const;

/**
 * The numbers of one connection for one of Meta's days, a column per metric; null = not known, never 0 for it.
 * PostgreSQL's `bigint` comes as text: the store makes numbers of it.
 */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: ANALYTICS,
  onErase: 'row-removed',
})
@Entity({ name: 'analytics_day' })
export class AnalyticsDayRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_day_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose numbers they are',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'analytics_day_pkey',
  })
  connectionId: string;

  /** The day's date in Los Angeles, where Meta cuts its days. */
  @Clear({
    reason: 'time',
    source: 'instagram',
    purpose: 'which of Meta’s days it is',
    primary: true,
    type: 'date',
    primaryKeyConstraintName: 'analytics_day_pkey',
  })
  day: string;

  @Clear(NUMBER)
  reach: string | null;

  @Clear(NUMBER)
  views: string | null;

  @Clear(NUMBER)
  accountsEngaged: string | null;

  @Clear(NUMBER)
  totalInteractions: string | null;

  @Clear(NUMBER)
  likes: string | null;

  @Clear(NUMBER)
  comments: string | null;

  @Clear(NUMBER)
  saves: string | null;

  @Clear(NUMBER)
  shares: string | null;

  @Clear(NUMBER)
  replies: string | null;

  @Clear(NUMBER)
  reposts: string | null;

  @Clear(NUMBER)
  follows: string | null;

  @Clear(NUMBER)
  unfollows: string | null;

  @Clear(NUMBER)
  profileLinksTaps: string | null;

  /** The number of followers at the day's last sync. */
  @Clear(NUMBER)
  followerCount: string | null;

  /** When Instagram last answered for the day's totals; null while only reach or followers are known. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to know how fresh the numbers are',
    type: 'timestamptz',
    nullable: true,
  })
  fetchedAt: Date | null;

  /** Our names of the metrics for which that answer was an error. */
  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'to ask again for what was refused',
    type: 'text',
    array: true,
  })
  failedMetrics: string[];
}
