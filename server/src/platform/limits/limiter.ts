import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { Limit } from '../config/config';
import type { ServiceKeys } from '../vault';

/** Counts attempts in PostgreSQL, so that a restart or a second server does not reset them. */
export interface Limiter {
  /** Takes one attempt of `who`. Tells from when on the next is accepted, or null when this one is. */
  take(who: string): Promise<{ readonly retryAfterMs: number } | null>;
}

/** Makes limiters that share one table; `name` keeps their counts apart. */
export function createLimiters(
  dataSource: DataSource,
  keys: ServiceKeys,
): (name: string, limit: Limit) => Limiter {
  return (name, limit) => {
    const limiter = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: limit.points,
      duration: limit.perSeconds,
    });
    const keyOf = (who: string): string => keys.limitKey(name, who);
    return {
      async take(who) {
        try {
          await limiter.consume(keyOf(who));
          return null;
        } catch (reason) {
          if (reason instanceof RateLimiterRes) return { retryAfterMs: reason.msBeforeNext };
          throw reason;
        }
      },
    };
  };
}
