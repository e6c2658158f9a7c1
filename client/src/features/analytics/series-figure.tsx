import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { NativeSelect, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { chartHeight } from './chart-height';
import { ChartLegend } from './chart-legend';
import { describeSeries } from './describe-series';
import { allMetrics, type Metric, metrics } from './metrics';
import type { RangeSeries } from './range-series';
import classes from './series-figure.module.css';
import { SeriesTable } from './series-table';

// The chart library is the largest part of the app, and the table does without it.
const SeriesChart = lazy(async () => ({ default: (await import('./series-chart')).SeriesChart }));

interface SeriesFigureProps {
  series: RangeSeries;
  onMetric: (metric: Metric) => void;
}

/** One metric by day: a heading, a sentence, and the same numbers as a chart or as a table. */
export function SeriesFigure({ series, onMetric }: SeriesFigureProps) {
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const { label, counts } = metrics[series.metric];
  const title = counts === 'stock' ? `${label} by day` : `${label} per day`;
  return (
    <figure className={classes.figure} aria-labelledby="series-title">
      <div className={classes.head}>
        <figcaption>
          <Title order={2} id="series-title">
            {title}
          </Title>
          <Text>{describeSeries(series)}</Text>
        </figcaption>
        <div className={classes.switches}>
          <NativeSelect
            label="Metric"
            value={series.metric}
            onChange={(event) => {
              const chosen = allMetrics.find((metric) => metric === event.currentTarget.value);
              if (chosen !== undefined) onMetric(chosen);
            }}
            data={allMetrics.map((metric) => ({ value: metric, label: metrics[metric].label }))}
          />
          <SegmentedControl
            aria-label="Show as"
            value={form}
            onChange={(chosen) => setForm(chosen === 'table' ? 'table' : 'chart')}
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
          />
        </div>
      </div>
      {form === 'table' ? (
        <SeriesTable series={series} title={title} />
      ) : (
        <>
          <Suspense fallback={<Skeleton height={chartHeight} />}>
            <SeriesChart series={series} title={title} />
          </Suspense>
          <ChartLegend series={series} />
        </>
      )}
    </figure>
  );
}
