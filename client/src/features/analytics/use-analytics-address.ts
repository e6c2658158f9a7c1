import { useSearchParams } from 'react-router';
import { allMetrics, type Metric } from './model/metrics';
import { type RangeLength, rangePresets } from './model/ranges';

/** What the address says about the screen, so that a link or a reload shows the same. */
export interface AnalyticsAddress {
  /** The connection asked for; null = the selected one. */
  readonly connectionId: string | null;
  /** The range asked for; null = the one that fits what is held. */
  readonly range: RangeLength | null;
  readonly metric: Metric;
  showConnection(id: string): void;
  showRange(range: RangeLength): void;
  showMetric(metric: Metric): void;
}

/** Account, range and metric, kept in the address; what it does not say, or says wrongly, is the default. */
export function useAnalyticsAddress(): AnalyticsAddress {
  const [params, setParams] = useSearchParams();
  const range = Number(params.get('range'));
  const metric = params.get('metric')?.toUpperCase();
  function set(key: 'connection' | 'range' | 'metric', value: string) {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(key, value);
        return after;
      },
      // Looking around in the same numbers is not a step that Back should undo one by one.
      { replace: true, preventScrollReset: true },
    );
  }
  return {
    connectionId: params.get('connection'),
    range: rangePresets.find((preset) => preset === range) ?? null,
    metric: allMetrics.find((each) => each === metric) ?? 'REACH',
    showConnection: (id) => set('connection', id),
    showRange: (length) => set('range', String(length)),
    showMetric: (chosen) => set('metric', chosen.toLowerCase()),
  };
}
