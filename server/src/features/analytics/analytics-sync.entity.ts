import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far the collection of one connection's analytics is. */
@Entity({ name: 'analytics_sync' })
export class AnalyticsSyncRow {
  @ForeignKey('InstagramConnectionRow', {
    name: 'analytics_sync_connection_fkey',
    onDelete: 'NO ACTION',
  })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'analytics_sync_pkey' })
  connectionId: string;

  /** When a run last went through. */
  @Column({ type: 'timestamptz', nullable: true })
  syncedAt: Date | null;

  /** The last of Meta's days that was fetched 48 hours after its end or later: its numbers are settled. */
  @Column({ type: 'date', nullable: true })
  completeUntil: string | null;

  /** When a run last failed; null since a run went through, and since a new grant. */
  @Column({ type: 'timestamptz', nullable: true })
  failedAt: Date | null;

  /** The kind of refusal that ended the failed run. */
  @Column({ type: 'text', nullable: true })
  failure: string | null;

  /** Quick repeats so far of a run that left something open; 0 once nothing is. */
  @Column({ type: 'integer' })
  repeats: number;

  /** Since when a run is waited for or under way; a value that is old is what a crash left behind. */
  @Column({ type: 'timestamptz', nullable: true })
  runningSince: Date | null;

  /** When a person last asked for a run; the next request is accepted a while later. */
  @Column({ type: 'timestamptz', nullable: true })
  requestedAt: Date | null;

  /** The grant of the newest run: what an older grant failed at says nothing about a newer one. */
  @Column({ type: 'integer', nullable: true })
  generation: number | null;
}
