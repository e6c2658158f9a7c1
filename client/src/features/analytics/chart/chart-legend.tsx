import { metrics } from '../model/metrics';
import type { RangeSeries } from '../model/range-series';
import classes from './chart-legend.module.css';
import { lineStyles } from './chart-lines';

/** What the lines mean, with a sample of each: the chart library's legend shows dots, alike for both lines. */
export function ChartLegend({ series }: { series: RangeSeries }) {
  const { label } = metrics[series.metric];
  const filling = series.points.some((point) => point.stillFilling);
  const gaps = series.points.some((point) => point.value === null);
  return (
    <ul className={classes.legend}>
      <li>
        <Sample line={lineStyles.complete} /> {label}
      </li>
      {filling && (
        <li>
          <Sample line={lineStyles.filling} /> still filling, in no total
        </li>
      )}
      {gaps && <li>gap = not known</li>}
    </ul>
  );
}

function Sample({ line }: { line: (typeof lineStyles)[keyof typeof lineStyles] }) {
  return (
    <svg aria-hidden width={28} height={8} className={classes.sample}>
      <line
        x1={2}
        y1={4}
        x2={26}
        y2={4}
        stroke={line.color}
        strokeWidth={2}
        strokeLinecap="round"
        strokeDasharray={line.strokeDasharray}
      />
    </svg>
  );
}
