import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { SESSIONS } from './held';

/** A sign-in. The id itself is only in the person's cookie; here is its SHA-256. */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: SESSIONS, onErase: 'with-account' })
@Entity({ name: 'session' })
export class SessionRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the session in the list of them',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'session_pkey',
  })
  id: string;

  /** Another one whenever the password is typed: the cookie changes and the session stays. */
  @Index('session_id_hash', { unique: true })
  @Clear({ reason: 'digest', source: 'us', purpose: 'to recognise the cookie', type: 'bytea' })
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

  /** When the password was typed last: at sign-in, or since. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to ask for the password again before what is dangerous',
    type: 'timestamptz',
  })
  confirmedAt: Date;

  /** As the browser sent it at sign-in, cut; null for sessions from before it was kept, and when it sent none. */
  @Sealed({ key: 'account', purpose: 'to show you which browser is signed in', nullable: true })
  userAgentSealed: string | null;
}
