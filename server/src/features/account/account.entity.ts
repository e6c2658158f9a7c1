import { Entity, Index } from 'typeorm';
import { BlindIndex, Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { ACCOUNTS, EMAILS, PASSWORDS, SELECTED_CONNECTION } from './held';

/** A person's SocioGenie login. */
@Subject({ paths: [{ column: 'id', to: 'itself' }], holding: ACCOUNTS, onErase: 'with-account' })
@Entity({ name: 'account' })
@Index('account_email', ['emailIndex'], { unique: true })
export class AccountRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the account',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'account_pkey',
  })
  id: string;

  @Sealed({ key: 'account', purpose: 'to sign in', holding: EMAILS })
  emailSealed: string;

  /** Null from the moment that the account is deleted: the address is free again, and nobody signs in with it. */
  @BlindIndex({ key: 'account', purpose: 'to find the account at sign-in', holding: EMAILS, nullable: true })
  emailIndex: Buffer | null;

  /** When the person opened the link that was mailed there; null: nothing else is mailed there. */
  @Clear({
    reason: 'time',
    source: 'person',
    purpose: 'to mail only to an address whose owner said so',
    type: 'timestamptz',
    nullable: true,
  })
  emailVerifiedAt: Date | null;

  /** Argon2id, with its parameters. */
  @Clear({
    reason: 'password-hash',
    source: 'person',
    purpose: 'to check the password at sign-in',
    holding: PASSWORDS,
    type: 'text',
  })
  passwordHash: string;

  /** As the person gave it; whatever `Intl.DateTimeFormat` accepts. */
  @Clear({
    reason: 'time-zone',
    source: 'person',
    purpose: 'to show times by the person’s clock',
    type: 'text',
  })
  timeZone: string;

  /** The connection that analytics opens with; erased with the connection. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to open analytics with this connection',
    holding: SELECTED_CONNECTION,
    onErase: 'emptied',
    type: 'uuid',
    nullable: true,
  })
  selectedConnectionId: string | null;

  @Clear({ reason: 'time', source: 'us', purpose: 'to know how old the account is', type: 'timestamptz' })
  createdAt: Date;
}
