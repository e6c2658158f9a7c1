import { Entity, ForeignKey, Index } from 'typeorm';
import { BlindIndex, Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { ACCESS_TOKENS, CONNECTIONS, INSTAGRAM_IDS, INSTAGRAM_NAMES } from './held';

/** An account's link to one Instagram professional account, with the token of its newest grant. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: CONNECTIONS,
  onErase: 'row-removed',
})
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
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the connection',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'instagram_connection_pkey',
  })
  id: string;

  @ForeignKey('AccountRow', { name: 'instagram_connection_account_fkey' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whose connection it is', type: 'uuid' })
  accountId: string;

  /** The Instagram app that the grant was made to; another app's callbacks and calls never touch the row. */
  @Clear({
    reason: 'our-app',
    source: 'us',
    purpose: 'to know the app that access was granted to',
    type: 'text',
  })
  appId: string;

  /** Grows by one with each completed grant: what an older grant began can no longer write. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'so that an older grant can write nothing',
    type: 'integer',
  })
  generation: number;

  @Sealed({
    key: 'profile',
    purpose: 'to recognise the person in a deletion request of Meta',
    holding: INSTAGRAM_IDS,
  })
  exchangeUserIdSealed: string;

  @Index('connection_exchange_user')
  @BlindIndex({ key: 'profile', purpose: 'to find the connection of a callback', holding: INSTAGRAM_IDS })
  exchangeUserIndex: Buffer;

  @Sealed({
    key: 'profile',
    purpose: 'to recognise the person in a deletion request of Meta',
    holding: INSTAGRAM_IDS,
  })
  appScopedIdSealed: string;

  @Index('connection_app_scoped')
  @BlindIndex({ key: 'profile', purpose: 'to find the connection of a callback', holding: INSTAGRAM_IDS })
  appScopedIndex: Buffer;

  @Sealed({ key: 'profile', purpose: 'to read the account’s analytics', holding: INSTAGRAM_IDS })
  professionalIdSealed: string;

  @Index('connection_professional')
  @BlindIndex({
    key: 'profile',
    purpose: 'to find the connection of a callback, and to keep one per account',
    holding: INSTAGRAM_IDS,
  })
  professionalIndex: Buffer;

  @Sealed({
    key: 'profile',
    purpose: 'to show which Instagram account is connected',
    holding: INSTAGRAM_NAMES,
  })
  usernameSealed: string;

  @Sealed({
    key: 'profile',
    purpose: 'to show which Instagram account is connected',
    nullable: true,
    holding: INSTAGRAM_NAMES,
  })
  displayNameSealed: string | null;

  @Sealed({
    key: 'token',
    purpose: 'to read analytics and to publish',
    nullable: true,
    holding: ACCESS_TOKENS,
  })
  tokenSealed: string | null;

  @Clear({
    reason: 'time',
    source: 'instagram',
    purpose: 'to renew access in time',
    holding: ACCESS_TOKENS,
    type: 'timestamptz',
    nullable: true,
  })
  tokenExpiresAt: Date | null;

  /** When the token was last exchanged for a fresh one; null since the grant. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to renew access in time',
    holding: ACCESS_TOKENS,
    type: 'timestamptz',
    nullable: true,
  })
  tokenRefreshedAt: Date | null;

  /** Our words for what the person granted. */
  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to show what works',
    type: 'text',
    array: true,
  })
  grantedPermissions: string[];

  @Clear({ reason: 'time', source: 'us', purpose: 'to show since when', type: 'timestamptz' })
  connectedAt: Date;

  /** When the newest grant was exchanged, by our clock: late requests are compared with it. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to leave a newer grant alone when a late request comes',
    type: 'timestamptz',
  })
  grantedAt: Date;

  /** When Instagram last answered a call for this connection. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show when Instagram last answered',
    type: 'timestamptz',
    nullable: true,
  })
  checkedAt: Date | null;

  @Clear({
    reason: 'time',
    source: 'instagram',
    purpose: 'to show that the app was removed',
    type: 'timestamptz',
    nullable: true,
  })
  deauthorizedAt: Date | null;

  /** The grant under which Instagram took our subscription to events; null: none that we know of. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to ask Instagram for the events that are wanted, and for no others',
    type: 'integer',
    nullable: true,
  })
  subscribedGeneration: number | null;

  /** When Instagram refused to change the subscription; null since it last agreed. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to leave Instagram alone for a day after it refused',
    type: 'timestamptz',
    nullable: true,
  })
  subscriptionRefusedAt: Date | null;

  /** Set when a deletion request took the connection out of every read; its rows go in the job that follows. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to keep it out of every read',
    type: 'timestamptz',
    nullable: true,
  })
  cutAt: Date | null;
}
