import { Entity } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { NoPerson } from '../../platform/database/subject';
import { ALWAYS } from './held';

/** How Instagram is for everybody: one row, shared by every process. */
@NoPerson({ reason: 'times about Instagram as a whole', kept: ALWAYS })
@Entity({ name: 'instagram_service' })
export class InstagramServiceRow {
  /** Always 1: there is one row. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to have one row',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'instagram_service_pkey',
  })
  id: number;

  /** Since when Instagram has trouble; null while it has none. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell people that it is not their connection',
    type: 'timestamptz',
    nullable: true,
  })
  troubleSince: Date | null;

  /** From when on it is tried again, by one process. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to notice that the trouble is over',
    type: 'timestamptz',
    nullable: true,
  })
  nextTrialAt: Date | null;

  /** Until when a limit of the whole app is left alone. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to leave a limit alone',
    type: 'timestamptz',
    nullable: true,
  })
  pausedUntil: Date | null;
}
