import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What the installation agreed on about an epoch, whose key is in the ring. One that is retired takes no new data key; it
 * is the row's lock that keeps anybody from wrapping under a key that is about to be destroyed.
 */
@Entity({ name: 'epoch', schema: 'keystore' })
@Index('epoch_open_day', ['day'], { unique: true, where: 'retired_at is null' })
export class EpochRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'epoch_pkey' })
  id: string;

  /** The UTC day whose new data keys it wraps. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  destroyedAt: Date | null;
}
