import { z } from 'zod';

const address = z.email().max(254);

/** The one form in which an e-mail address is compared and kept: trimmed, NFC, lower-cased. Null when it is none. */
export function normaliseEmail(text: string): string | null {
  const parsed = address.safeParse(text.trim().normalize('NFC').toLowerCase());
  return parsed.success ? parsed.data : null;
}

/** The place that an account's address is sealed for. */
export const emailPlace = (accountId: string) => ({
  table: 'account',
  column: 'email_sealed',
  rowId: accountId,
});
