import { Entity } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { NoPerson } from '../../platform/database/subject';
import { TOMBSTONES } from '../../platform/ledger';

/**
 * That something was deleted: a digest of its id under a key that is not in the database. It tells nobody what it was,
 * but recognises it, should it come back.
 */
@NoPerson({
  reason:
    'keyed digests: without their key, which is kept elsewhere and destroyed in time, they lead to nobody',
  kept: TOMBSTONES.kept,
  holding: TOMBSTONES,
})
@Entity({ name: 'tombstone' })
export class TombstoneRow {
  /** The key that made the digest. */
  @Clear({
    reason: 'key-name',
    source: 'us',
    purpose: 'to find its key',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'tombstone_pkey',
  })
  epoch: string;

  @Clear({
    reason: 'keyed-digest',
    source: 'us',
    purpose: 'to recognise what was deleted',
    primary: true,
    type: 'bytea',
    primaryKeyConstraintName: 'tombstone_pkey',
  })
  mac: Buffer;

  /** What was begun before this moment, and concerns what was deleted, is not finished. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell what was begun before the deletion',
    type: 'timestamptz',
  })
  notBefore: Date;

  @Clear({ reason: 'time', source: 'us', purpose: 'to forget it in time', type: 'timestamptz' })
  expiresAt: Date;
}
