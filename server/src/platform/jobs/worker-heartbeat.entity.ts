import { Entity } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { WHILE_IT_RUNS } from './held';

/** When a process that runs jobs last said that it lives. */
@NoPerson({ reason: 'processes of ours', kept: WHILE_IT_RUNS })
@Entity({ name: 'worker_heartbeat' })
export class WorkerHeartbeatRow {
  @Clear({
    reason: 'process-name',
    source: 'us',
    purpose: 'to release the jobs of a process that died',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'worker_heartbeat_pkey',
  })
  workerId: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'to know that it lives', type: 'timestamptz' })
  seenAt: Date;
}
