import { type EntityManager, IsNull } from 'typeorm';
import { AccountRow } from './account.entity';

/** Selects a connection for an account that has none selected. */
export async function selectFirstConnection(
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<void> {
  await tx.update(
    AccountRow,
    { id: accountId, selectedConnectionId: IsNull() },
    { selectedConnectionId: connectionId },
  );
}

/** Selects a connection of the account's own: the caller has checked that it is. */
export async function selectConnection(
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<void> {
  await tx.update(AccountRow, { id: accountId }, { selectedConnectionId: connectionId });
}

/** Takes a connection that goes out of its account's selection. */
export async function deselectConnection(
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<void> {
  await tx.update(
    AccountRow,
    { id: accountId, selectedConnectionId: connectionId },
    { selectedConnectionId: null },
  );
}
