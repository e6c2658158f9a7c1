import type { EntityManager } from 'typeorm';
import { AccountRow } from './account.entity';

/** Whether `Intl.DateTimeFormat` takes it: UTC and renamed zones included. It is kept as given. */
export function isTimeZone(name: string): boolean {
  if (name.length === 0 || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Gives an account another clock; false, and nothing changed, when no zone has this name. */
export async function changeTimeZone(
  tx: EntityManager,
  accountId: string,
  timeZone: string,
): Promise<boolean> {
  if (!isTimeZone(timeZone)) return false;
  await tx.update(AccountRow, { id: accountId }, { timeZone });
  return true;
}
