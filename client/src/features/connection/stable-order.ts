import { useState } from 'react';
import { renewsItself } from './card-state/expiring';
import type { CardConnection, Trouble } from './connection.queries';

function needsPerson(connection: CardConnection): boolean {
  if (connection.transfer !== null) return true;
  return connection.status !== 'ACTIVE' && !(connection.status === 'EXPIRING' && renewsItself(connection));
}

/** How many of the connections wait for the person; none while Instagram has trouble, when there is nothing to do. */
export function countNeedingPerson(connections: readonly CardConnection[], trouble: Trouble): number {
  return trouble === null ? connections.filter(needsPerson).length : 0;
}

/**
 * The connections in an order that never changes under the pointer: those that need the person first when
 * the screen is drawn for the first time, later ones at the end.
 */
export function useStableOrder(
  connections: readonly CardConnection[] | undefined,
): readonly CardConnection[] {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  if (connections === undefined) return [];
  const first = [...connections].sort((a, b) => Number(needsPerson(b)) - Number(needsPerson(a)));
  const known = order ?? first.map(({ id }) => id);
  const added = connections.filter(({ id }) => !known.includes(id)).map(({ id }) => id);
  const next = [...known, ...added];
  if (order === null || added.length > 0) setOrder(next);
  return next.flatMap((id) => connections.find((connection) => connection.id === id) ?? []);
}
