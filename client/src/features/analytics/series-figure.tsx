import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { NativeSelect, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { SeriesDrawing } from './chart/series-drawing';
import { describeSeries } from './model/describe-series';
import { allMetrics, type Metric, metrics } from './model/metrics';
import type { RangeSeries } from './model/range-series';
import classes from './series-figure.module.css';
import { SeriesTable } from './series-table';

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
        <div>
          <Title order={2} id="series-title">
            {title}
          </Title>
          <Text>{describeSeries(series)}</Text>
        </div>
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
        <SeriesDrawing series={series} title={title} />
      )}
    </figure>
  );
}
