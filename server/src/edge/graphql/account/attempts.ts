import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { rateLimited } from '../errors';

/** How often a password may be tried: from one address, and for one person. */
export interface AttemptLimits {
  readonly perIp: Limiter;
  readonly perPerson: readonly Limiter[];
}

/** Counts the attempts at a password, before it is looked at. */
export class Attempts {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one attempt. An address that is past its own limit does not use up the attempts of the people it names.
   *
   * @throws GraphQLError RATE_LIMITED when there were too many.
   */
  async take(network: string, person: string): Promise<void> {
    const refusedIp = await this.limits.perIp.take(network);
    if (refusedIp !== null) throw rateLimited(refusedIp.retryAfterMs, this.clock.now());
    const taken = [];
    for (const limiter of this.limits.perPerson) taken.push(await limiter.take(person));
    const longest = Math.max(...taken.map((refused) => refused?.retryAfterMs ?? 0));
    if (longest > 0) throw rateLimited(longest, this.clock.now());
  }
}
