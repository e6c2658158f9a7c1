import { MetricTile } from './metric-tile';
import classes from './metric-tiles.module.css';
import { type Metric, tileMetrics } from './model/metrics';
import type { RangeSeries } from './model/range-series';

interface MetricTilesProps {
  series: readonly RangeSeries[];
  /** The metric that the chart shows. */
  shown: Metric;
  onChoose: (metric: Metric) => void;
}

/** The main numbers of the range; pressing one shows it in the chart. */
export function MetricTiles({ series, shown, onChoose }: MetricTilesProps) {
  return (
    <ul className={classes.tiles}>
      {tileMetrics.map((metric) => {
        const found = series.find((each) => each.metric === metric);
        return (
          found && (
            <MetricTile
              key={metric}
              series={found}
              pressed={metric === shown}
              onPress={() => onChoose(metric)}
            />
          )
        );
      })}
    </ul>
  );
}
