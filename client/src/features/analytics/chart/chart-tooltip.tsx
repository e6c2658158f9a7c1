import { Text } from '@mantine/core';
import { formatExact } from '../../../lib/format-number';
import { formatFullDay } from '../model/format';
import { dayMissingWords } from '../model/gaps';
import { metrics } from '../model/metrics';
import type { RangeSeries } from '../model/range-series';
import type { ChartPoint } from '../model/to-chart-points';
import classes from './chart-tooltip.module.css';

interface ChartTooltipProps {
  series: RangeSeries;
  point: ChartPoint | undefined;
}

/** The day under the pointer or reached by the arrow keys: its date, its number, or why there is none. */
export function ChartTooltip({ series, point }: ChartTooltipProps) {
  if (point === undefined) return null;
  const { label } = metrics[series.metric];
  return (
    <div className={classes.tooltip} role="status">
      <Text fw={500}>{formatFullDay(point.day)}</Text>
      <Text>
        {label}{' '}
        {point.value === null ? `not known: ${dayMissingWords(point, series)}` : formatExact(point.value)}
      </Text>
      {point.stillFilling && <Text c="dimmed">Still filling, in no total</Text>}
    </div>
  );
}
