import { useState } from 'react';
import type { CardConnection } from './connection.queries';

function needsPerson({ status, transfer }: CardConnection): boolean {
  return status !== 'ACTIVE' || transfer !== null;
}

/** How many of the connections wait for the person. */
export function countNeedingPerson(connections: readonly CardConnection[]): number {
  return connections.filter(needsPerson).length;
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
