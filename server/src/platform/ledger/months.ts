const DAY_MS = 24 * 3_600_000;

/** Backups of the database are kept no longer than this; people and receipts are told so. */
export const BACKUP_DAYS = 35;
/** For a restore that takes its time, and for the job that ends a month. */
export const SLACK_DAYS = 5;

/** The UTC month of a moment: "2026-11". */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/**
 * When nothing needs what was remembered in a month any more: no backup is left that is older than the month's last
 * deletion, and so nothing that a restore could bring back.
 */
export function endOfMonth(month: string): Date {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number) + (BACKUP_DAYS + SLACK_DAYS) * DAY_MS);
}

/** Until when backups that were made before a moment are kept. */
export const backupsExpireBy = (at: Date): Date => new Date(at.getTime() + BACKUP_DAYS * DAY_MS);
