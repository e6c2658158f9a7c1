import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A wrapped data key. The schema is one of its own, so that it can have a backup policy of its own. */
@Entity({ name: 'data_key', schema: 'keystore' })
@Index('data_key_owner', ['kind', 'subjectId', 'generation'], { unique: true })
@Index('data_key_epoch', ['epochId'])
export class DataKeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'data_key_pkey' })
  id: string;

  /** What the key seals: `account`, `profile` (a connection's ids and names) or `token` (one grant's token). */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'integer' })
  generation: number;

  @Column({ type: 'text' })
  epochId: string;

  @Column({ type: 'text' })
  wrapped: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
