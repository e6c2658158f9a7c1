import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AnalyticsFeature, AnalyticsMetric as Metric } from '../../../features/analytics';
import { daysBetween } from '../../../instagram/instagram';
import { InstagramConnection } from '../connection/connection.type';
import type { Context } from '../context';
import { badUserInput } from '../errors';
import { DateScalar } from '../scalars';
import { AnalyticsMetric } from './analytics.enums';
import { Analytics, AnalyticsSync } from './analytics.type';

/** The numbers of a connection. */
@Resolver(() => InstagramConnection)
export class ConnectionAnalyticsResolver {
  constructor(private readonly feature: AnalyticsFeature) {}

  @FieldResolver(() => Analytics, { description: 'Analytics by day. A range is at most 731 days long.' })
  async analytics(
    @Root() connection: InstagramConnection,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'The last day, not before the first.' }) to: string,
    @Arg('metrics', () => [AnalyticsMetric], {
      description: 'What to answer, one series each; each metric once.',
    })
    metrics: Metric[],
    @Ctx() context: Context,
  ): Promise<Analytics> {
    // Counted before the read: what is refused costs nothing.
    context.analyticsValuesLeft -= metrics.length * Math.max(daysBetween(from, to) + 1, 0);
    if (context.analyticsValuesLeft < 0) throw badUserInput('This asks for too many values at once.');
    const result = await this.feature.read(connection.rowId, from, to, metrics);
    if (result.kind === 'range-reversed') throw badUserInput('`from` must not be after `to`.');
    if (result.kind === 'range-too-long') {
      throw badUserInput(`A range is at most ${result.maximumDays} days long.`);
    }
    if (result.kind === 'metric-repeated') throw badUserInput('Ask for each metric once.');
    return result.analytics;
  }

  @FieldResolver(() => AnalyticsSync, { description: 'How far the collection of analytics is.' })
  analyticsSync(@Root() connection: InstagramConnection, @Ctx() context: Context): Promise<AnalyticsSync> {
    return context.syncStates.load(connection.rowId);
  }
}
