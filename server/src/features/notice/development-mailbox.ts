import { type DataSource, MoreThan } from 'typeorm';
import { z } from 'zod';
import type { Clock } from '../../platform/clock';
import type { Letter, Mailer, MailOutcome } from '../../platform/mail/mailer';
import type { Place, Vault } from '../../platform/vault';
import { compose, type Sender } from './compose';
import { DevelopmentMailRow } from './development-mail.entity';
import { operatorWords } from './letter-words';
import { MailRow } from './mail.entity';

/** A mail as the development mailbox shows it. */
export interface KeptMail {
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

interface MailboxDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sender: Sender;
  readonly publicUrl: string;
  readonly operatorEmail: string;
}

const SHOWN_DAYS = 7;
const SHOWN = 100;
const content = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Where mails land without a mail server: sealed under the key of the account that they go to, for seven days. */
export class DevelopmentMailbox implements Mailer {
  constructor(private readonly deps: MailboxDependencies) {}

  async send(letter: Letter): Promise<MailOutcome> {
    const { dataSource, vault } = this.deps;
    const { mailId, accountId, to, subject, text, at } = letter;
    await dataSource.transaction(async (tx) => {
      const keys = await vault.openKeys(tx, 'account', accountId === null ? [] : [accountId]);
      const key = accountId === null ? undefined : keys.get(accountId);
      const contentSealed = key?.seal(contentPlace(mailId), JSON.stringify({ to, subject, text })) ?? null;
      const row = { mailId, accountId, sentAt: at, contentSealed };
      await tx.createQueryBuilder().insert().into(DevelopmentMailRow).values(row).orIgnore().execute();
    });
    return 'sent';
  }

  /** The mails of the last seven days, newest first, at most a hundred. */
  async list(): Promise<KeptMail[]> {
    const { dataSource, vault, clock } = this.deps;
    const since = new Date(clock.now().getTime() - SHOWN_DAYS * 24 * 3_600_000);
    const rows = await dataSource.manager.find(DevelopmentMailRow, {
      where: { sentAt: MoreThan(since) },
      order: { sentAt: 'DESC', mailId: 'ASC' },
      take: SHOWN,
    });
    const accounts = rows.flatMap(({ accountId }) => accountId ?? []);
    const keys = await vault.openKeys(dataSource.manager, 'account', [...new Set(accounts)]);
    const kept: KeptMail[] = [];
    for (const { mailId, accountId, contentSealed, sentAt } of rows) {
      if (accountId === null) kept.push({ ...(await this.toOperator(mailId)), mailId, sentAt });
      const key = accountId === null ? undefined : keys.get(accountId);
      if (key === undefined || contentSealed === null) continue;
      const opened = key.open(contentPlace(mailId), contentSealed);
      kept.push({ ...content.parse(JSON.parse(opened)), mailId, sentAt });
    }
    return kept;
  }

  /** The operator's mails hold nothing of anybody's, so nothing of them is kept but their event. */
  private async toOperator(mailId: string): Promise<Omit<KeptMail, 'mailId' | 'sentAt'>> {
    const { dataSource, sender, publicUrl, operatorEmail } = this.deps;
    const mail = await dataSource.manager.findOneBy(MailRow, { id: mailId });
    const { subject, text } = compose(operatorWords(mail?.operatorEvent ?? '', publicUrl), sender);
    return { to: operatorEmail, subject, text };
  }
}

const contentPlace = (mailId: string): Place => ({
  table: 'development_mail',
  column: 'content_sealed',
  rowId: mailId,
});
