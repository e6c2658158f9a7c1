import { Field, ObjectType } from 'type-graphql';
import { CountScalar, DateScalar, DateTimeScalar } from '../scalars';
import { AnalyticsMetric, AnalyticsMissingReason } from './analytics.enums';

@ObjectType('AnalyticsSeries', { description: 'One metric over the days of a range.' })
export class AnalyticsSeries {
  @Field(() => AnalyticsMetric, { description: 'What is counted.' })
  metric: string;

  @Field(() => [CountScalar], {
    nullable: 'items',
    description: 'One value per day, from the first day to the last; null = not known, which is never 0.',
  })
  values: readonly (number | null)[];

  @Field(() => CountScalar, {
    nullable: true,
    description:
      'Over the complete days of the range; null where a total has no meaning or a day is not known.',
  })
  total: number | null;

  @Field(() => CountScalar, {
    nullable: true,
    description: 'The total of as many days directly before the range; null where it is not known.',
  })
  previousTotal: number | null;

  @Field(() => AnalyticsMissingReason, {
    nullable: true,
    description: 'Why values are not known; null when all are.',
  })
  missingReason: string | null;
}

@ObjectType('Analytics', {
  description: "Analytics of a connection. A day is Instagram's: its date in Los Angeles.",
})
export class Analytics {
  @Field(() => DateScalar, { description: 'The first day.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  to: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day whose numbers are final: it ended at least 48 hours before `syncedAt`.',
  })
  completeUntil: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When analytics were last fetched; null before.',
  })
  syncedAt: Date | null;

  @Field(() => [AnalyticsSeries], {
    description: 'One series for each metric that was asked for, in that order.',
  })
  series: readonly AnalyticsSeries[];
}

@ObjectType('AnalyticsSync', { description: 'How far the collection of analytics is.' })
export class AnalyticsSync {
  @Field(() => Boolean, { description: 'Whether numbers are being fetched, or are about to be.' })
  running: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When analytics were last fetched; null before.',
  })
  syncedAt: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day whose numbers are final.' })
  completeUntil: string | null;

  @Field(() => CountScalar, { description: 'Days of analytics held.' })
  storedDays: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When fetching last failed; null once it succeeded again.',
  })
  failedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on a refresh can be asked for; null = now.',
  })
  nextManualSyncAt: Date | null;
}
