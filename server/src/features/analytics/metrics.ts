/** Every number about an account, in our words, in the order in which they are listed. */
export const ANALYTICS_METRICS = [
  'REACH',
  'VIEWS',
  'ACCOUNTS_ENGAGED',
  'TOTAL_INTERACTIONS',
  'LIKES',
  'COMMENTS',
  'SAVES',
  'SHARES',
  'REPLIES',
  'REPOSTS',
  'FOLLOWS',
  'UNFOLLOWS',
  'PROFILE_LINKS_TAPS',
  'FOLLOWER_COUNT',
] as const;
export type AnalyticsMetric = (typeof ANALYTICS_METRICS)[number];

/**
 * What the days of a metric come to: `sum` adds up, `people` counts each person once in any window and so never adds
 * up over days, `stock` is a level that was read once a day.
 */
type MetricKind = 'sum' | 'people' | 'stock';

/** The kind of a metric. */
export function kindOf(metric: AnalyticsMetric): MetricKind {
  if (metric === 'REACH' || metric === 'ACCOUNTS_ENGAGED') return 'people';
  return metric === 'FOLLOWER_COUNT' ? 'stock' : 'sum';
}

/** The column that holds a metric: its name in lower case. */
export const columnOf = (metric: AnalyticsMetric): string => metric.toLowerCase();
