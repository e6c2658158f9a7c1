import { Entity, ForeignKey } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { ANALYTICS } from './held';

/** How far the collection of one connection's analytics is. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: ANALYTICS,
  onErase: 'row-removed',
})
@Entity({ name: 'analytics_sync' })
export class AnalyticsSyncRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_sync_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose numbers are collected',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'analytics_sync_pkey',
  })
  connectionId: string;

  /** When a run last went through. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show how fresh the numbers are',
    type: 'timestamptz',
    nullable: true,
  })
  syncedAt: Date | null;

  /** The last of Meta's days that was fetched 48 hours after its end or later: its numbers are settled. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell settled days from open ones',
    type: 'date',
    nullable: true,
  })
  completeUntil: string | null;

  /** When a run last failed; null since a run went through, and since a new grant. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show that collecting failed',
    type: 'timestamptz',
    nullable: true,
  })
  failedAt: Date | null;

  /** The kind of refusal that ended the failed run. */
  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to show why it failed',
    type: 'text',
    nullable: true,
  })
  failure: string | null;

  /** Quick repeats so far of a run that left something open; 0 once nothing is. */
  @Clear({ reason: 'number', source: 'us', purpose: 'to stop repeating', type: 'integer' })
  repeats: number;

  /** Since when a run is waited for or under way; a value that is old is what a crash left behind. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to run once at a time',
    type: 'timestamptz',
    nullable: true,
  })
  runningSince: Date | null;

  /** When a person last asked for a run; the next request is accepted a while later. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to slow down asking',
    type: 'timestamptz',
    nullable: true,
  })
  requestedAt: Date | null;

  /** The grant of the newest run: what an older grant failed at says nothing about a newer one. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to know the grant that was used',
    type: 'integer',
    nullable: true,
  })
  generation: number | null;
}
