import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RENEWALS } from './held';

/** When a connection's token is renewed next, who is at it, and how it went. A grant begins it anew. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: RENEWALS,
  onErase: 'row-removed',
})
@Entity({ name: 'token_renewal' })
export class TokenRenewalRow {
  @ForeignKey('InstagramConnectionRow', { name: 'token_renewal_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose access is renewed',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'token_renewal_pkey',
  })
  connectionId: string;

  /** From when on the next try is made; null when there is none. */
  @Index('token_renewal_due')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to renew access in time',
    type: 'timestamptz',
    nullable: true,
  })
  dueAt: Date | null;

  /** Who is renewing at this moment: nobody else asks Instagram meanwhile, and nobody else may store the answer. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'so that one of many processes renews',
    type: 'uuid',
    nullable: true,
  })
  leaseId: string | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'so that a process that died does not keep others from renewing',
    type: 'timestamptz',
    nullable: true,
  })
  leaseUntil: Date | null;

  /** Tries that failed in a row; 0 since one went through and since a grant. */
  @Clear({ reason: 'number', source: 'us', purpose: 'to try less often', type: 'integer' })
  attempts: number;

  /** When the newest of them failed; null when there is none. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show that renewing failed',
    type: 'timestamptz',
    nullable: true,
  })
  failedAt: Date | null;

  /** The kind of refusal that it ended with. */
  @Clear({
    reason: 'our-word',
    source: 'instagram',
    purpose: 'to show why it failed',
    type: 'text',
    nullable: true,
  })
  failure: string | null;

  /** Since when no more is tried, because access ended or was ended. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to show that renewing was given up',
    type: 'timestamptz',
    nullable: true,
  })
  gaveUpAt: Date | null;
}
