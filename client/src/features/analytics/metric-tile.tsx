import { Popover, Text, UnstyledButton } from '@mantine/core';
import { formatCount, formatExact } from '../../lib/format-number';
import classes from './metric-tiles.module.css';
import { describeComparison, describeTotal, type TotalWords } from './model/describe-total';
import { metrics } from './model/metrics';
import type { RangeSeries } from './model/range-series';

interface MetricTileProps {
  series: RangeSeries;
  pressed: boolean;
  onPress: () => void;
}

/** One number of the range, or in words why there is none. The button shows the metric in the chart. */
export function MetricTile({ series, pressed, onPress }: MetricTileProps) {
  const { label } = metrics[series.metric];
  const total = describeTotal(series);
  const comparison = describeComparison(series);
  return (
    <li className={classes.tile} data-pressed={pressed || undefined}>
      <UnstyledButton className={classes.button} aria-pressed={pressed} onClick={onPress}>
        <span className={classes.label}>{label}</span>
        <Value total={total} />
        {comparison !== null && <span className={classes.note}>{comparison}</span>}
        {total.kind === 'known' && total.note !== null && <span className={classes.note}>{total.note}</span>}
      </UnstyledButton>
      {total.kind !== 'known' && (
        <Popover position="bottom-start" withArrow={false} shadow="sm" width={280} trapFocus={false}>
          <Popover.Target>
            <UnstyledButton className={classes.why} aria-label={`Why is ${label} ${wordsFor[total.kind]}?`}>
              Why?
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <Text>{total.why}</Text>
          </Popover.Dropdown>
        </Popover>
      )}
    </li>
  );
}

const wordsFor = { 'not-added-up': 'not added up', 'not-known': 'not known' } as const;

function Value({ total }: { total: TotalWords }) {
  switch (total.kind) {
    case 'known':
      return (
        <span className={classes.value} title={exactIfShortened(total.total)}>
          {formatCount(total.total)}
        </span>
      );
    case 'not-known':
      return (
        <>
          <span className={classes.value} aria-hidden>
            -
          </span>
          <span className={classes.note}>{wordsFor[total.kind]}</span>
        </>
      );
    case 'not-added-up':
      return <span className={classes.words}>{wordsFor[total.kind]}</span>;
  }
}

function exactIfShortened(value: number): string | undefined {
  return formatCount(value) === formatExact(value) ? undefined : formatExact(value);
}
