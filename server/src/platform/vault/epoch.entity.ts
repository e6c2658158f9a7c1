import { Entity, Index } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { INSTALLATION } from './held';

/**
 * What the installation agreed on about an epoch, whose key is in the ring. One that is retired takes no new data key; it
 * is the row's lock that keeps anybody from wrapping under a key that is about to be destroyed.
 */
@NoPerson({ reason: 'keys of the installation', kept: INSTALLATION })
@Entity({ name: 'epoch', schema: 'keystore' })
@Index('epoch_open_day', ['day'], { unique: true, where: 'retired_at is null' })
export class EpochRow {
  @Clear({
    reason: 'key-name',
    source: 'us',
    purpose: 'to find its key',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'epoch_pkey',
  })
  id: string;

  /** The UTC day whose new data keys it wraps. */
  @Clear({ reason: 'time', source: 'us', purpose: 'whose new data keys it wraps', type: 'date' })
  day: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'how old it is', type: 'timestamptz' })
  createdAt: Date;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when it took no more keys',
    type: 'timestamptz',
    nullable: true,
  })
  retiredAt: Date | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when its key was destroyed',
    type: 'timestamptz',
    nullable: true,
  })
  destroyedAt: Date | null;
}
