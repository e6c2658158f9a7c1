import '@mantine/core/styles/Table.layer.css';
import { Table } from '@mantine/core';
import { formatExact, formatQuantity } from '../../lib/format-number';
import { Facts } from '../../ui/facts';
import type { Held } from './delete-account.queries';
import classes from './what-goes.module.css';

/** "@studio_nord (30 days of analytics), @cafe_lisboa (no analytics yet)". */
function connectionsInWords({ instagramConnections }: Held): string {
  if (instagramConnections.length === 0) return 'none';
  return instagramConnections
    .map(({ username, analyticsSync: { storedDays } }) => {
      const days =
        storedDays === 0 ? 'no analytics yet' : `${formatQuantity(storedDays, 'day')} of analytics`;
      return `@${username} (${days})`;
    })
    .join(', ');
}

/** What deleting the account removes, with real counts, and what stays and where. */
export function WhatGoes({ held, id }: { held: Held; id: string }) {
  const gone = held.dataHeld.filter(({ goesWithAccount, amount }) => goesWithAccount && (amount ?? 0) > 0);
  return (
    <div id={id} className={classes.whatGoes}>
      <Facts wide>
        <Facts.Item label="Removed">your account {held.email} and everything in it</Facts.Item>
        <Facts.Item label="Connections">{connectionsInWords(held)}</Facts.Item>
        <Facts.Item label="Stays here">
          a record that this deletion happened, with no name, no email and no Instagram id
        </Facts.Item>
        <Facts.Item label="Stays there">posts already published stay on Instagram</Facts.Item>
      </Facts>
      <Table captionSide="top">
        <Table.Caption className={classes.caption}>Everything that is removed</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col" className={classes.amount}>
              How much
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gone.map(({ what, amount }) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" className={classes.what}>
                {what}
              </Table.Th>
              <Table.Td className={classes.amount}>{formatExact(amount ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
