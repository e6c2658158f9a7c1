import type { EntityManager } from 'typeorm';
import type { AccountEraser } from '../deletion';
import { DevelopmentMailRow } from './development-mail.entity';
import { MailRow } from './mail.entity';
import { MutedNoticeRow } from './muted-notice.entity';
import { NoticeRow } from './notice.entity';

/** Child first: a mail hangs on its notice, and what is shown of a mail on the mail. */
const TABLES = [DevelopmentMailRow, MailRow, NoticeRow, MutedNoticeRow] as const;

/** Removes what an account was told and mailed, and what it did not want mailed. */
export const noticesOfAccountEraser: AccountEraser = {
  category: 'ACCOUNT',
  claims: ['development_mail', 'mail', 'notice', 'muted_notice'].map((table) => ({ table, columns: '*' })),
  async eraseAccount(accountId, tx) {
    let removed = 0;
    for (const table of TABLES) removed += (await tx.delete(table, { accountId })).affected ?? 0;
    return removed;
  },
  async countOfAccount(accountId: string, tx: EntityManager) {
    let left = 0;
    for (const table of TABLES) left += await tx.countBy(table, { accountId });
    return left;
  },
};
