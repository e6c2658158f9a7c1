import { AnalyticsDayRow } from './analytics-day.entity';
import { AnalyticsGapRow } from './analytics-gap.entity';
import { AnalyticsSyncRow } from './analytics-sync.entity';

export { analyticsEraser } from './analytics.eraser';
export type { AnalyticsReading } from './analytics.read';
export { type AnalyticsDependencies, AnalyticsFeature } from './analytics-feature';
export type { AnalyticsMissingReason, AnalyticsSeries, DailyAnalytics } from './daily-analytics';
export { ANALYTICS } from './held';
export { ANALYTICS_METRICS, type AnalyticsMetric } from './metrics';
export type { RangeProblem } from './range';
export type { SyncRequest } from './request-sync';
export type { SyncOutcome } from './sync-analytics';
export { FIND_ANALYTICS_SYNCS_TASK, SYNC_ANALYTICS_TASK } from './sync-job';
export type { SyncState } from './sync-state.read';

/** The tables of this feature. */
export const ANALYTICS_ENTITIES = [AnalyticsDayRow, AnalyticsSyncRow, AnalyticsGapRow] as const;
