import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { DEVICES } from './held';

/** A browser that signed in to an account. Nothing of it is kept but a digest of a cookie and two times. */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: DEVICES, onErase: 'with-account' })
@Entity({ name: 'known_device' })
export class KnownDeviceRow {
  /** SHA-256 of the account and the cookie: the same browser has another one in each account. */
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to recognise the browser',
    primary: true,
    type: 'bytea',
    primaryKeyConstraintName: 'known_device_pkey',
  })
  deviceHash: Buffer;

  @Index('known_device_account')
  @ForeignKey('AccountRow', { name: 'known_device_account_fkey', onDelete: 'CASCADE' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'which account signed in', type: 'uuid' })
  accountId: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it first signed in', type: 'timestamptz' })
  firstUsedAt: Date;

  @Index('known_device_used')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to forget it a year after it was last used',
    type: 'timestamptz',
  })
  lastUsedAt: Date;
}
