import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BlindIndex, Sealed } from '../../platform/database/personal';

/** An account's link to one Instagram professional account, with the token of its newest grant. */
@Entity({ name: 'instagram_connection' })
@Index('connection_professional_live', ['professionalIndex'], {
  unique: true,
  where: '"deauthorized_at" IS NULL AND "cut_at" IS NULL',
})
@Index('connection_account_professional', ['accountId', 'professionalIndex'], {
  unique: true,
  where: '"cut_at" IS NULL',
})
export class InstagramConnectionRow {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'instagram_connection_pkey',
  })
  id: string;

  @ForeignKey('AccountRow', { name: 'instagram_connection_account_fkey' })
  @Column({ type: 'uuid' })
  accountId: string;

  /** The Instagram app that the grant was made to; another app's callbacks and calls never touch the row. */
  @Column({ type: 'text' })
  appId: string;

  /** Grows by one with each completed grant: what an older grant began can no longer write. */
  @Column({ type: 'integer' })
  generation: number;

  @Sealed({
    key: 'profile',
    purpose: 'to recognise the person in a deletion request of Meta',
  })
  exchangeUserIdSealed: string;

  @Index('connection_exchange_user')
  @BlindIndex({
    key: 'profile',
    purpose: 'to find the connection of a callback',
  })
  exchangeUserIndex: Buffer;

  @Sealed({
    key: 'profile',
    purpose: 'to recognise the person in a deletion request of Meta',
  })
  appScopedIdSealed: string;

  @Index('connection_app_scoped')
  @BlindIndex({
    key: 'profile',
    purpose: 'to find the connection of a callback',
  })
  appScopedIndex: Buffer;

  @Sealed({ key: 'profile', purpose: 'to read the account’s analytics' })
  professionalIdSealed: string;

  @Index('connection_professional')
  @BlindIndex({
    key: 'profile',
    purpose: 'to find the connection of a callback, and to keep one per account',
  })
  professionalIndex: Buffer;

  @Sealed({
    key: 'profile',
    purpose: 'to show which Instagram account is connected',
  })
  usernameSealed: string;

  @Sealed({
    key: 'profile',
    purpose: 'to show which Instagram account is connected',
    nullable: true,
  })
  displayNameSealed: string | null;

  @Sealed({
    key: 'token',
    purpose: 'to read analytics and to publish',
    nullable: true,
  })
  tokenSealed: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  tokenExpiresAt: Date | null;

  /** When the token was last exchanged for a fresh one; null since the grant. */
  @Column({ type: 'timestamptz', nullable: true })
  tokenRefreshedAt: Date | null;

  /** Our words for what the person granted. */
  @Column({ type: 'text', array: true })
  grantedPermissions: string[];

  @Column({ type: 'timestamptz' })
  connectedAt: Date;

  /** When the newest grant was exchanged, by our clock: late requests are compared with it. */
  @Column({ type: 'timestamptz' })
  grantedAt: Date;

  /** When Instagram last answered a call for this connection. */
  @Column({ type: 'timestamptz', nullable: true })
  checkedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deauthorizedAt: Date | null;

  /** Set when a deletion request took the connection out of every read; its rows go in the job that follows. */
  @Column({ type: 'timestamptz', nullable: true })
  cutAt: Date | null;
}
