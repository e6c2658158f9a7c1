import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { isUniqueViolation } from '../../platform/database/data-source';
import { newId } from '../../platform/ids';
import type { ServiceKeys, Vault } from '../../platform/vault';
import { AccountRow } from './account.entity';
import { accountKey } from './account-key';
import { DEMO_EMAIL, isClosedDemo } from './demo-account';
import { emailPlace, normaliseEmail } from './email';
import { type Device, meetDevice } from './known-devices';
import { newPasswordProblem, type PasswordProblem, type Passwords } from './password';
import type { AccountEvents } from './ports';
import { SessionRow } from './session.entity';
import { openSession } from './sessions';
import { isTimeZone } from './time-zone';

export type SignUpProblem =
  | 'email-invalid'
  | 'email-taken'
  | `password-${PasswordProblem}`
  | 'time-zone-unknown';

export type SignUpResult =
  | {
      readonly kind: 'signed-up';
      readonly accountId: string;
      readonly sessionId: string;
    }
  | { readonly kind: 'refused'; readonly problems: readonly SignUpProblem[] };

/** Why somebody who is signed in did not prove to be the account's holder. */
export type ConfirmationProblem = 'email-differs' | 'password-wrong';

export type SignInResult =
  | {
      readonly kind: 'signed-in';
      readonly accountId: string;
      readonly sessionId: string;
    }
  | { readonly kind: 'wrong-credentials' };

interface AccountsDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly keys: ServiceKeys;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly sandboxRuns: boolean;
  readonly events: AccountEvents;
}

/** Whom mails of an account go to. */
export interface Recipient {
  readonly email: string;
  readonly timeZone: string;
  /** Whether the address was confirmed by its owner. */
  readonly confirmed: boolean;
}

/** Signing up, signing in, and reading what an account is. */
export class Accounts {
  constructor(private readonly deps: AccountsDependencies) {}

  /** Makes an account and signs it in. Refuses with every problem of the input at once. */
  async signUp(
    input: { email: string; password: string; timeZone: string },
    device: Device,
  ): Promise<SignUpResult> {
    const { dataSource, passwords, clock, events } = this.deps;
    const email = normaliseEmail(input.email);
    const problems = inputProblems(email, input);
    if (email === null || problems.length > 0) return { kind: 'refused', problems };
    if (isClosedDemo(email, this.deps.sandboxRuns)) return { kind: 'refused', problems: ['email-taken'] };
    const passwordHash = await passwords.hash(input.password);
    try {
      return await dataSource.transaction(async (tx) => {
        const accountId = await this.insert(tx, email, passwordHash, input.timeZone);
        await meetDevice(tx, accountId, device, clock.now());
        if (email !== DEMO_EMAIL) await events.signedUp(tx, accountId);
        const sessionId = await this.openSession(tx, accountId, device);
        return { kind: 'signed-up', accountId, sessionId };
      });
    } catch (error) {
      if (isUniqueViolation(error, 'account_email')) return { kind: 'refused', problems: ['email-taken'] };
      throw error;
    }
  }

  /** The same answer, after the same work, for an unknown e-mail and for a wrong password. */
  async signIn(input: { email: string; password: string }, device: Device): Promise<SignInResult> {
    const { dataSource, vault, passwords, clock, sandboxRuns, events } = this.deps;
    const email = normaliseEmail(input.email);
    const row = email === null || isClosedDemo(email, sandboxRuns) ? null : await this.findByEmail(email);
    const matches = await passwords.matches(row?.passwordHash ?? null, input.password);
    if (row === null || !matches) return { kind: 'wrong-credentials' };
    return dataSource.transaction(async (tx) => {
      // Deleted while its password was being checked: then it is no account any more.
      if (!(await vault.holdKey(tx, accountKey(row.id)))) return { kind: 'wrong-credentials' };
      // Changed while this one was being checked: then it is the wrong one. Held, so that a change waits, and ends this session.
      const { id, passwordHash } = row;
      const lock = { mode: 'pessimistic_read' } as const;
      if ((await tx.findOne(AccountRow, { where: { id, passwordHash }, lock })) === null)
        return { kind: 'wrong-credentials' };
      const unknown = await meetDevice(tx, id, device, clock.now());
      if (unknown !== null) await events.newDevice(tx, id, unknown, device.name);
      return { kind: 'signed-in', accountId: id, sessionId: await this.openSession(tx, id, device) };
    });
  }

  /**
   * What is wrong with the email and password that somebody who is signed in typed once more; empty when both are right,
   * null when the account was deleted meanwhile.
   */
  async confirmationProblems(
    accountId: string,
    input: { email: string; password: string },
  ): Promise<readonly ConfirmationProblem[] | null> {
    const { dataSource, passwords, keys } = this.deps;
    const row = await dataSource.manager.findOneBy(AccountRow, { id: accountId });
    if (row?.emailIndex == null) return null;
    const email = normaliseEmail(input.email);
    const same = email !== null && keys.blindIndex('email', email).equals(row.emailIndex);
    const matches = await passwords.matches(row.passwordHash, input.password);
    return [...(same ? [] : ['email-differs' as const]), ...(matches ? [] : ['password-wrong' as const])];
  }

  /** The account's own e-mail address, in clear. */
  async email(account: AccountRow): Promise<string> {
    const key = await this.deps.vault.openKey(this.deps.dataSource.manager, accountKey(account.id));
    return key.open(emailPlace(account.id), account.emailSealed);
  }

  /** Whom mails of an account go to; null when the account is gone or was deleted. */
  async recipient(tx: EntityManager, accountId: string): Promise<Recipient | null> {
    const row = await tx.findOneBy(AccountRow, { id: accountId });
    const key = (await this.deps.vault.openKeys(tx, 'account', [accountId])).get(accountId);
    if (row === null || key === undefined) return null;
    const email = key.open(emailPlace(row.id), row.emailSealed);
    if (isClosedDemo(email, this.deps.sandboxRuns)) return null;
    return { email, timeZone: row.timeZone, confirmed: row.emailVerifiedAt !== null };
  }

  /** The account itself. @throws EntityNotFoundError when it is gone. */
  find(accountId: string): Promise<AccountRow> {
    return this.deps.dataSource.manager.findOneByOrFail(AccountRow, {
      id: accountId,
    });
  }

  /** The account that signs in with this e-mail address; null when there is none, or when the text is no address. */
  async idByEmail(text: string): Promise<string | null> {
    const email = normaliseEmail(text);
    return email === null ? null : ((await this.findByEmail(email))?.id ?? null);
  }

  /** Without the sandbox the demo account, if there is one, is closed: its sessions end here, at start-up. */
  async closeDemoUnlessSandbox(): Promise<void> {
    if (this.deps.sandboxRuns) return;
    const demo = await this.findByEmail(DEMO_EMAIL);
    if (demo !== null)
      await this.deps.dataSource.manager.delete(SessionRow, {
        accountId: demo.id,
      });
  }

  private async openSession(tx: EntityManager, accountId: string, device: Device): Promise<string> {
    const key = await this.deps.vault.openKey(tx, accountKey(accountId));
    return openSession(tx, { accountId, key, device, now: this.deps.clock.now() });
  }

  private findByEmail(email: string): Promise<AccountRow | null> {
    const { dataSource, keys } = this.deps;
    return dataSource.manager.findOneBy(AccountRow, {
      emailIndex: keys.blindIndex('email', email),
    });
  }

  private async insert(
    tx: EntityManager,
    email: string,
    passwordHash: string,
    timeZone: string,
  ): Promise<string> {
    const id = newId();
    const key = await this.deps.vault.createKey(tx, accountKey(id));
    await tx.insert(AccountRow, {
      id,
      emailSealed: key.seal(emailPlace(id), email),
      emailIndex: this.deps.keys.blindIndex('email', email),
      // The demo account's address has no mailbox: what it gets is to be seen in the development mailbox.
      emailVerifiedAt: email === DEMO_EMAIL ? this.deps.clock.now() : null,
      passwordHash,
      timeZone,
      selectedConnectionId: null,
      createdAt: this.deps.clock.now(),
    });
    return id;
  }
}

function inputProblems(
  email: string | null,
  input: { password: string; timeZone: string },
): readonly SignUpProblem[] {
  const problems: SignUpProblem[] = [];
  if (email === null) problems.push('email-invalid');
  const password = newPasswordProblem(input.password);
  if (password !== null) problems.push(`password-${password}`);
  if (!isTimeZone(input.timeZone)) problems.push('time-zone-unknown');
  return problems;
}
