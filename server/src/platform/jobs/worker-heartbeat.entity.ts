import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a process that runs jobs last said that it lives. */
@Entity({ name: 'worker_heartbeat' })
export class WorkerHeartbeatRow {
  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName: 'worker_heartbeat_pkey',
  })
  workerId: string;

  @Column({ type: 'timestamptz' })
  seenAt: Date;
}
