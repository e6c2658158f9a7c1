import '@mantine/core/styles/Table.layer.css';
import { Table } from '@mantine/core';
import { formatExact } from '../../lib/format-number';
import { Time } from '../../ui/time';
import { describeTotal } from './model/describe-total';
import { formatFullDay } from './model/format';
import { dayMissingWords } from './model/gaps';
import { metrics } from './model/metrics';
import type { RangeSeries } from './model/range-series';
import classes from './series-table.module.css';

interface SeriesTableProps {
  series: RangeSeries;
  title: string;
}

/** The chart's twin: the same days with the same numbers, and in words what is not known. */
export function SeriesTable({ series, title }: SeriesTableProps) {
  const total = describeTotal(series);
  return (
    <Table className={classes.table} captionSide="top">
      <Table.Caption className={classes.caption}>{title}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Day</Table.Th>
          <Table.Th scope="col" className={classes.number}>
            {metrics[series.metric].label}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {series.points.map((point) => (
          <Table.Tr key={point.day}>
            <Table.Th scope="row" className={classes.day}>
              <Time at={point.day}>{formatFullDay(point.day)}</Time>
              {point.stillFilling && <span className={classes.filling}>still filling, in no total</span>}
            </Table.Th>
            <Table.Td className={classes.number}>
              {point.value === null
                ? `not known: ${dayMissingWords(point, series)}`
                : formatExact(point.value)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{totalLabels[metrics[series.metric].counts]}</Table.Th>
          <Table.Td className={classes.number}>
            {total.kind === 'known' ? formatExact(total.total) : total.why}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

const totalLabels = {
  events: 'Total of the complete days',
  accounts: 'Total of the complete days',
  stock: 'Last known',
} as const;
