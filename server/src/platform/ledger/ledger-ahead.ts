import { BACKUP_DAYS } from './months';

/** The ledger tells of deletions that the database knows nothing of: the database was restored from a backup. */
export class LedgerAhead extends Error {
  constructor(lines: number) {
    super(
      `The deletion ledger (LEDGER_PATH) has ${lines} ${lines === 1 ? 'line' : 'lines'} that this database does not know: it was ` +
        'restored from a backup, and people who were deleted since are in it again. The server does not run before they are ' +
        'deleted again: run `pnpm sociogenie deletions replay`, then start it.',
    );
    this.name = 'LedgerAhead';
  }
}

/** The database is older than anything that the ledger still remembers. */
export class LedgerTooYoung extends Error {
  constructor() {
    super(
      'This database was restored from a backup that is older than the deletion ledger (LEDGER_PATH) reaches back: nobody can ' +
        `tell any more who was deleted since. Backups are kept ${BACKUP_DAYS} days at most; restore a newer one. (A new, empty ` +
        'database needs a LEDGER_PATH of its own.)',
    );
    this.name = 'LedgerTooYoung';
  }
}
