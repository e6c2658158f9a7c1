import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { SESSIONS } from './held';

/** A sign-in. The id itself is only in the person's cookie; here is its SHA-256. */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: SESSIONS, onErase: 'with-account' })
@Entity({ name: 'session' })
export class SessionRow {
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to recognise the cookie',
    primary: true,
    type: 'bytea',
    primaryKeyConstraintName: 'session_pkey',
  })
  idHash: Buffer;

  @Index('session_account')
  @ForeignKey('AccountRow', {
    name: 'session_account_fkey',
    onDelete: 'CASCADE',
  })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whose session it is', type: 'uuid' })
  accountId: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'to end it thirty days later', type: 'timestamptz' })
  createdAt: Date;

  @Clear({ reason: 'time', source: 'us', purpose: 'to end it after a day without use', type: 'timestamptz' })
  lastUsedAt: Date;
}
