import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Holding } from '../../../platform/database/held';
import { Account } from './account.type';
import { HeldData } from './data-held.type';

/** What is held about an account: the kinds from the data map, each with the number of its records. */
@Resolver(() => Account)
export class DataHeldResolver {
  constructor(
    private readonly holdings: readonly Holding[],
    /** The names of those that go with the account. */
    private readonly going: ReadonlySet<string>,
    private readonly count: (accountId: string) => Promise<ReadonlyMap<string, number>>,
  ) {}

  @FieldResolver(() => [HeldData], {
    description:
      'Everything this server holds about the account, kind by kind, in the order of the privacy page.',
  })
  async dataHeld(@Root() account: Account): Promise<HeldData[]> {
    const counts = await this.count(account.row.id);
    return this.holdings.map(
      (holding) => new HeldData(holding, counts.get(holding.name) ?? null, this.going.has(holding.name)),
    );
  }
}
