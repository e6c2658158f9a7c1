import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { usePrevious } from '@mantine/hooks';
import { useEffect } from 'react';
import type { ConnectionAnalyticsQuery as ConnectionAnalyticsResult } from '../../gql/graphql';
import { LoadingRegion } from '../../ui/loading-region';
import { ConnectionAnalyticsQuery } from './analytics.queries';
import { LoadFailure } from './load-failure';
import { MetricTiles } from './metric-tiles';
import { MissingNumbers } from './missing-numbers';
import type { AnalyticsConnection } from './model/connection-state';
import { allMetrics, type Metric } from './model/metrics';
import { toRangeSeries } from './model/range-series';
import type { AnalyticsRange } from './model/ranges';
import { SeriesFigure } from './series-figure';

interface NumbersProps {
  connection: AnalyticsConnection;
  range: AnalyticsRange;
  metric: Metric;
  onMetric: (metric: Metric) => void;
  timeZone: string;
}

/** Tiles and chart of one connection and range. What is on screen stays there while newer numbers load. */
export function Numbers({ connection, range, metric, onMetric, timeZone }: NumbersProps) {
  const { data, previousData, error, loading, refetch } = useQuery(ConnectionAnalyticsQuery, {
    variables: { connectionId: connection.id, from: range.from, to: range.to, metrics: allMetrics },
  });
  useRefetchAfterSync(connection.analyticsSync.syncedAt, refetch);
  const current = analyticsOf(data);
  // Another range's numbers may stand in while these load, never when they cannot be had.
  const analytics = current ?? (error ? undefined : analyticsOf(previousData));
  const failure = error && (
    <LoadFailure error={error} what="These numbers" timeZone={timeZone} retry={() => void refetch()} />
  );
  if (!analytics) return failure ?? <LoadingRegion label="Loading the numbers" heights={[96, 420]} />;
  const series = toRangeSeries(analytics);
  const shown = series.find((each) => each.metric === metric);
  return (
    <Stack gap="lg" component="section" aria-label="Numbers" aria-busy={loading} opacity={current ? 1 : 0.5}>
      {failure}
      <MetricTiles series={series} shown={metric} onChoose={onMetric} />
      {shown && <SeriesFigure series={shown} onMetric={onMetric} />}
      <MissingNumbers series={series} />
    </Stack>
  );
}

function analyticsOf(data: ConnectionAnalyticsResult | undefined) {
  return data?.viewer?.instagramConnection?.analytics;
}

/** A refresh may change numbers without moving the range, so the same question is asked again after each. */
function useRefetchAfterSync(syncedAt: string | null, refetch: () => Promise<unknown>): void {
  const before = usePrevious(syncedAt);
  useEffect(() => {
    if (before !== undefined && before !== syncedAt) refetch().catch(() => undefined);
  }, [before, syncedAt, refetch]);
}
