import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import type { DotItemDotProps } from 'recharts';
import { formatCount } from '../../../lib/format-number';
import { formatDate } from '../../../lib/format-time';
import type { RangeSeries } from '../model/range-series';
import type { ChartPoint } from '../model/to-chart-points';
import { chartHeight } from './chart-height';
import { lineStyles } from './chart-lines';
import { ChartTooltip } from './chart-tooltip';
import { labelledDays } from './labelled-days';
import { roundTicks } from './round-ticks';
import classes from './series-chart.module.css';

interface SeriesChartProps {
  series: RangeSeries;
  /** What the chart shows, for those who cannot see it; the table has its numbers. */
  title: string;
}

/** Two lines over one axis from 0: the complete days, and the days still filling. Unknown days are gaps. */
export function SeriesChart({ series, title }: SeriesChartProps) {
  const { points } = series;
  const ticks = roundTicks(Math.max(0, ...points.map(({ value }) => value ?? 0)));
  // The library hands any aria attribute on to the drawing, but its types do not say so.
  const named = { 'aria-label': `${title}, line chart` };
  return (
    <LineChart
      className={classes.chart}
      h={chartHeight}
      data={[...points]}
      dataKey="day"
      series={[
        { name: 'complete', ...lineStyles.complete },
        { name: 'filling', ...lineStyles.filling },
      ]}
      connectNulls={false}
      curveType="linear"
      strokeDasharray="0"
      gridColor="var(--sg-divider)"
      tickLine="none"
      valueFormatter={formatCount}
      lineProps={({ name }) => ({ dot: (dot: DotItemDotProps) => dotOf(dot, name), strokeLinecap: 'round' })}
      yAxisProps={{ domain: [0, ticks.at(-1) ?? 1], ticks, interval: 0, width: 'auto' }}
      xAxisProps={{
        ticks: labelledDays(points.map(({ day }) => day)),
        interval: 0,
        tickFormatter: formatTick,
      }}
      lineChartProps={{ ...named, margin: { top: 8, right: 32, bottom: 8, left: 16 } }}
      tooltipProps={{
        filterNull: false,
        content: ({ active, label }) =>
          active ? <ChartTooltip series={series} point={points.find(({ day }) => day === label)} /> : null,
      }}
    />
  );
}

function formatTick(day: string): string {
  return formatDate(day);
}

/** A dot only where a line would show nothing: a known day that stands alone on its own line. */
function dotOf({ cx, cy, payload, key }: DotItemDotProps, line: string) {
  const { alone, stillFilling }: ChartPoint = payload;
  const ownLine = stillFilling ? 'filling' : 'complete';
  return (
    <g key={key}>{alone && line === ownLine && <circle cx={cx} cy={cy} r={3} className={classes.dot} />}</g>
  );
}
