import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { failureSentence } from '../../apollo/failure-sentence';
import type { DataHeldQuery } from '../../gql/graphql';
import { formatExact } from '../../lib/format-number';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import classes from './data-held-table.module.css';
import { dataHeldQuery } from './settings.queries';

type Held = NonNullable<DataHeldQuery['viewer']>['dataHeld'][number];

/** What is held, how much of it, why, and until when; asked for anew each time the screen is opened. */
export function DataHeldTable({ timeZone }: { timeZone: string }) {
  const { data, error, refetch } = useQuery(dataHeldQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const held = data?.viewer?.dataHeld;
  return (
    <>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          <Text>
            {held === undefined
              ? 'What we hold could not be loaded.'
              : 'What we hold could not be loaded again; the numbers may be old.'}{' '}
            {failureSentence(error, timeZone)}
          </Text>
          <Button mt="sm" onClick={() => void refetch().catch(() => undefined)}>
            Load again
          </Button>
        </Notice>
      )}
      {held === undefined && error === undefined && (
        <LoadingRegion label="What we hold is loading" heights={[320]} />
      )}
      {held !== undefined && held.length === 0 && <Text>Nothing is held about this account.</Text>}
      {held !== undefined && held.length > 0 && <HeldTable held={held} />}
    </>
  );
}

/** Said again beside the tags: a browser forgets what a table is when its rows are drawn as blocks. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A table; on phones each row stands as a list of labelled values, still a table to whoever listens. */
function HeldTable({ held }: { held: readonly Held[] }) {
  return (
    <table {...as.table} className={classes.table}>
      <caption className={classes.caption}>Data we hold about your account</caption>
      <thead {...as.rowgroup} className={classes.head}>
        <tr {...as.row}>
          {['What', 'How many', 'Why', 'Until'].map((title) => (
            <th key={title} {...as.columnheader} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {held.map(({ what, why, until, amount }) => (
          <tr key={what} {...as.row}>
            <th {...as.rowheader} scope="row">
              {what}
            </th>
            <Cell label="How many">{amountWords(amount)}</Cell>
            <Cell label="Why">{why}</Cell>
            <Cell label="Until">{until}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ label, children }: { label: string; children: string }) {
  return (
    <td {...as.cell}>
      <span aria-hidden className={classes.label}>
        {label}
      </span>
      <span>{children}</span>
    </td>
  );
}

function amountWords(amount: number | null): string {
  if (amount === null) return 'not tied to you';
  return amount === 0 ? 'none' : formatExact(amount);
}
