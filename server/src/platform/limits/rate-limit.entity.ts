import { Entity, Index } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { ATTEMPTS, RAN_OUT } from './held';

/** Attempts counted by the rate limiter. The key is a keyed digest: no address and no e-mail stands here. */
@NoPerson({
  reason: 'a keyed digest of an address or an account, and a count: without the key it leads to nobody',
  kept: RAN_OUT,
  holding: ATTEMPTS,
})
@Entity({ name: 'rate_limit' })
export class RateLimitRow {
  @Clear({
    reason: 'keyed-digest',
    source: 'person',
    purpose: 'whose attempts are counted',
    primary: true,
    type: 'character varying',
    length: 255,
    primaryKeyConstraintName: 'rate_limit_pkey',
  })
  key: string;

  @Clear({ reason: 'number', source: 'us', purpose: 'how many attempts', type: 'integer', default: 0 })
  points: number;

  /** Milliseconds since 1970, as the limiter's library keeps it. */
  @Index('rate_limit_expire')
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when the limit’s time is over',
    type: 'bigint',
    nullable: true,
  })
  expire: string | null;
}
