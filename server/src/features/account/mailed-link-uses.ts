import { type DataSource, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { AccountRow } from './account.entity';
import type { Accounts } from './accounts';
import { endEmailChange } from './email-changes';
import { newPasswordProblem, type PasswordProblem, type Passwords } from './password';
import type { AccountEvents, MailedLinks } from './ports';
import { SessionRow } from './session.entity';

interface MailedLinkUsesDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly links: MailedLinks;
  readonly events: AccountEvents;
}

export type ResetResult = 'reset' | 'link-not-good' | `password-${PasswordProblem}`;

/** What a person does with links that were mailed: confirm the address, choose a new password. */
export class MailedLinkUses {
  constructor(private readonly deps: MailedLinkUsesDependencies) {}

  /** Mails a link to confirm the address; false when it was confirmed before. */
  async askToConfirm(accountId: string): Promise<boolean> {
    return this.deps.dataSource.transaction(async (tx) => {
      if (!(await tx.existsBy(AccountRow, { id: accountId, emailVerifiedAt: IsNull() }))) return false;
      await this.deps.links.mail(tx, accountId, 'CONFIRM_EMAIL');
      return true;
    });
  }

  /** Confirms the address that the link was mailed to; false, and nothing changed, when the link is not good. */
  async confirm(token: string): Promise<boolean> {
    const { dataSource, clock, links } = this.deps;
    return dataSource.transaction(async (tx) => {
      const accountId = await links.use(tx, token, 'CONFIRM_EMAIL');
      if (accountId === null) return false;
      const place = { id: accountId, emailVerifiedAt: IsNull() };
      await tx.update(AccountRow, place, { emailVerifiedAt: clock.now() });
      return true;
    });
  }

  /**
   * Mails a link to choose a new password, if the address belongs to an account and was confirmed. Nobody is to learn
   * whether it does: the caller answers before it begins, and the same either way.
   */
  async askToReset(email: string): Promise<void> {
    const accountId = await this.deps.accounts.idByEmail(email);
    if (accountId === null) return;
    await this.deps.dataSource.transaction(async (tx) => {
      const recipient = await this.deps.accounts.recipient(tx, accountId);
      if (recipient?.confirmed === true) await this.deps.links.mail(tx, accountId, 'RESET_PASSWORD');
    });
  }

  /** Sets a new password by a mailed link; ends every session, and a change of the address that was not confirmed yet. A refusal changes nothing, and leaves the link good. */
  async reset(token: string, password: string): Promise<ResetResult> {
    const { dataSource, links, passwords, events } = this.deps;
    const problem = newPasswordProblem(password);
    if (problem !== null) return `password-${problem}`;
    // Hashing is dear, so nobody has it done without a link.
    if (!(await links.isGood(token, 'RESET_PASSWORD'))) return 'link-not-good';
    const passwordHash = await passwords.hash(password);
    return dataSource.transaction(async (tx) => {
      const accountId = await links.use(tx, token, 'RESET_PASSWORD');
      if (accountId === null) return 'link-not-good';
      await tx.update(AccountRow, { id: accountId }, { passwordHash });
      await tx.delete(SessionRow, { accountId });
      await endEmailChange(tx, links, accountId);
      await events.passwordChanged(tx, accountId);
      return 'reset';
    });
  }
}
