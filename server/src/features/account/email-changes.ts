import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { isUniqueViolation } from '../../platform/database/data-source';
import type { DataKey, ServiceKeys, Vault } from '../../platform/vault';
import { AccountRow } from './account.entity';
import { DEMO_EMAIL } from './demo-account';
import { emailPlace, normaliseEmail } from './email';
import { EmailChangeRow } from './email-change.entity';
import { EMAIL_CHANGE_MINUTES } from './held';
import type { AccountEvents, MailedLinks } from './ports';

const LASTS_MS = EMAIL_CHANGE_MINUTES * 60_000;

interface EmailChangesDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly keys: ServiceKeys;
  readonly clock: Clock;
  readonly links: MailedLinks;
  readonly events: AccountEvents;
}

/** What came of asking for another address; whether somebody has it is told to nobody but to its mailbox. */
export type RequestEmailChangeResult =
  | 'asked'
  | 'email-invalid'
  | 'email-unchanged'
  | 'demo-account'
  | 'account-gone';

/** What came of the mailed link. The address is told to whoever proved to read its mail. */
export type ConfirmEmailChangeResult =
  | { readonly kind: 'changed'; readonly email: string }
  | { readonly kind: 'link-not-good' | 'email-taken' };

/** A change that waits for its link. */
export interface PendingEmailChange {
  readonly email: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
}

/** Whom the mail of a pending change goes to. */
export interface NewAddress {
  readonly email: string;
  /** The other account that has the address already: it is told so instead of being sent a link. */
  readonly holderId: string | null;
}

/** Changing the address of an account: asked for, confirmed by a link that is mailed to the new one, and only then true. */
export class EmailChanges {
  constructor(private readonly deps: EmailChangesDependencies) {}

  /**
   * Notes the new address and has a mail sent there; takes the place of a change that was asked for before. The work and
   * the answer are the same whether an account has the address or none has.
   */
  async request(accountId: string, text: string): Promise<RequestEmailChangeResult> {
    const { dataSource, clock, links } = this.deps;
    const email = normaliseEmail(text);
    if (email === null) return 'email-invalid';
    return dataSource.transaction(async (tx) => {
      const own = await this.lockOwn(tx, accountId);
      if (own === null) return 'account-gone';
      if (own.email === DEMO_EMAIL) return 'demo-account';
      if (own.email === email) return 'email-unchanged';
      await endEmailChange(tx, links, accountId);
      const emailSealed = own.key.seal(newEmailPlace(accountId), email);
      await tx.insert(EmailChangeRow, { accountId, emailSealed, requestedAt: clock.now() });
      await links.mail(tx, accountId, 'CHANGE_EMAIL');
      return 'asked';
    });
  }

  /** Takes a pending change back, with its link; false when there was none. */
  async cancel(accountId: string): Promise<boolean> {
    const { dataSource, links } = this.deps;
    return dataSource.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      return endEmailChange(tx, links, accountId);
    });
  }

  /**
   * Changes the address by the mailed link: from here on it is the one to sign in with, and confirmed. Links that were
   * mailed to the one before end, and whoever reads its mail is told. Of two accounts that want the same address the
   * first to open its link gets it, and the change of the other ends.
   */
  async confirm(token: string): Promise<ConfirmEmailChangeResult> {
    const { dataSource, links } = this.deps;
    const owner: { id: string | null } = { id: null };
    try {
      return await dataSource.transaction(async (tx) => {
        owner.id = await links.use(tx, token, 'CHANGE_EMAIL');
        const email = owner.id === null ? null : await this.change(tx, owner.id);
        return email === null ? { kind: 'link-not-good' } : { kind: 'changed', email };
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'account_email') || owner.id === null) throw error;
      await this.cancel(owner.id);
      return { kind: 'email-taken' };
    }
  }

  /** The change that waits for its link; null when none does. */
  async pending(accountId: string): Promise<PendingEmailChange | null> {
    const { manager } = this.deps.dataSource;
    const row = await this.findPending(manager, accountId);
    const key = await this.keyOf(manager, accountId);
    if (row === null || key === null) return null;
    const { requestedAt } = row;
    const email = key.open(newEmailPlace(accountId), row.emailSealed);
    return { email, requestedAt, expiresAt: new Date(requestedAt.getTime() + LASTS_MS) };
  }

  /** Whom the mail of an account's pending change goes to; null when none is pending any more. */
  async newAddress(tx: EntityManager, accountId: string): Promise<NewAddress | null> {
    const row = await this.findPending(tx, accountId);
    const key = await this.keyOf(tx, accountId);
    if (row === null || key === null) return null;
    const email = key.open(newEmailPlace(accountId), row.emailSealed);
    const holder = await tx.findOneBy(AccountRow, { emailIndex: this.deps.keys.blindIndex('email', email) });
    // The demo account's address is nobody's to take, also where there is no such account.
    if (holder === null && email === DEMO_EMAIL) return null;
    return { email, holderId: holder?.id ?? null };
  }

  private async change(tx: EntityManager, accountId: string): Promise<string | null> {
    const { keys, clock, links, events } = this.deps;
    const own = await this.lockOwn(tx, accountId);
    const row = await this.findPending(tx, accountId);
    if (own === null || row === null) return null;
    const email = own.key.open(newEmailPlace(accountId), row.emailSealed);
    await tx.update(AccountRow, accountId, {
      emailSealed: own.key.seal(emailPlace(accountId), email),
      emailIndex: keys.blindIndex('email', email),
      emailVerifiedAt: clock.now(),
    });
    await tx.delete(EmailChangeRow, { accountId });
    await links.end(tx, accountId, ['CONFIRM_EMAIL', 'RESET_PASSWORD']);
    await events.emailChanged(tx, accountId, own.confirmed ? own.email : null);
    return email;
  }

  /** The account with its address, locked; null when it was deleted, which a deletion under way tells by its key. */
  private async lockOwn(
    tx: EntityManager,
    accountId: string,
  ): Promise<{ key: DataKey; email: string; confirmed: boolean } | null> {
    const row = await lockAccount(tx, accountId);
    const key = await this.keyOf(tx, accountId);
    if (row?.emailIndex == null || key === null) return null;
    const email = key.open(emailPlace(accountId), row.emailSealed);
    return { key, email, confirmed: row.emailVerifiedAt !== null };
  }

  private async keyOf(tx: EntityManager, accountId: string): Promise<DataKey | null> {
    return (await this.deps.vault.openKeys(tx, 'account', [accountId])).get(accountId) ?? null;
  }

  private findPending(tx: EntityManager, accountId: string): Promise<EmailChangeRow | null> {
    const requestedAt = MoreThan(new Date(this.deps.clock.now().getTime() - LASTS_MS));
    return tx.findOneBy(EmailChangeRow, { accountId, requestedAt });
  }
}

/** Ends a pending change with its link, in a transaction that holds the account; false when there was none. */
export async function endEmailChange(
  tx: EntityManager,
  links: MailedLinks,
  accountId: string,
): Promise<boolean> {
  await links.end(tx, accountId, ['CHANGE_EMAIL']);
  return (await tx.delete(EmailChangeRow, { accountId })).affected === 1;
}

const lockAccount = (tx: EntityManager, id: string): Promise<AccountRow | null> =>
  tx.findOne(AccountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });

const newEmailPlace = (accountId: string) => ({
  table: 'email_change',
  column: 'email_sealed',
  rowId: accountId,
});
