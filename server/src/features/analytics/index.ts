import { AnalyticsDayRow } from './analytics-day.entity';
import { AnalyticsGapRow } from './analytics-gap.entity';
import { AnalyticsSyncRow } from './analytics-sync.entity';

/** The tables of this feature. */
export const ANALYTICS_ENTITIES = [AnalyticsDayRow, AnalyticsSyncRow, AnalyticsGapRow] as const;
