import { Skeleton, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { RangeSeries } from '../model/range-series';
import { chartHeight } from './chart-height';
import { ChartLegend } from './chart-legend';
import classes from './series-drawing.module.css';

// The chart library is the largest part of the app, and the table does without it.
const SeriesChart = lazy(async () => ({ default: (await import('./series-chart')).SeriesChart }));

interface SeriesDrawingProps {
  series: RangeSeries;
  title: string;
}

/** The chart with its legend; without a single known day there is no empty chart that could be read as zero. */
export function SeriesDrawing({ series, title }: SeriesDrawingProps) {
  if (series.points.every((point) => point.value === null)) {
    return (
      <Text c="dimmed" className={classes.nothing} h={chartHeight}>
        There is no line to draw.
      </Text>
    );
  }
  return (
    <>
      <Suspense fallback={<Skeleton height={chartHeight} />}>
        <SeriesChart series={series} title={title} />
      </Suspense>
      <ChartLegend series={series} />
    </>
  );
}
