import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { DeletionStatuses } from '../../../features/deletion';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import type { Context } from '../context';
import { rateLimited } from '../errors';
import { DeletionStatus } from './deletion-status.type';

/** Looking a deletion request up by its code: public, and limited for those who guess. */
@Resolver()
export class DeletionStatusResolver {
  constructor(
    private readonly deletions: DeletionStatuses,
    private readonly misses: Limiter,
    private readonly clock: Clock,
  ) {}

  @Query(() => DeletionStatus, {
    nullable: true,
    description: 'A deletion request by its confirmation code; null for an unknown code. Public.',
  })
  async deletionStatus(
    @Arg('confirmationCode', () => String, { description: 'The code, as it was given.' }) code: string,
    @Ctx() context: Context,
  ): Promise<DeletionStatus | null> {
    const status = await this.deletions.findByCode(code);
    if (status !== null) return new DeletionStatus(status);
    const limited = await this.misses.take(context.network);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    return null;
  }
}
