import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Attempts counted by the rate limiter. The key is a keyed digest: no address and no e-mail stands here. */
@Entity({ name: 'rate_limit' })
export class RateLimitRow {
  @PrimaryColumn({
    type: 'character varying',
    length: 255,
    primaryKeyConstraintName: 'rate_limit_pkey',
  })
  key: string;

  @Column({ type: 'integer', default: 0 })
  points: number;

  /** Milliseconds since 1970, as the limiter's library keeps it. */
  @Index('rate_limit_expire')
  @Column({ type: 'bigint', nullable: true })
  expire: string | null;
}
