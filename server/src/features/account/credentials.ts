import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { AccountRow } from './account.entity';
import { endEmailChange } from './email-changes';
import { newPasswordProblem, type PasswordProblem, type Passwords } from './password';
import type { AccountEvents, MailedLinks } from './ports';
import { endOtherSessions, renewSession, type Viewer } from './sessions';

interface CredentialsDependencies {
  readonly dataSource: DataSource;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly links: MailedLinks;
  readonly events: AccountEvents;
}

/** Why a password was not changed: about the one of now, or about the new one. */
export type ChangePasswordProblem = 'wrong' | 'unchanged' | PasswordProblem;

export type ChangePasswordResult =
  | { readonly kind: 'changed'; readonly sessionId: string }
  | { readonly kind: 'refused'; readonly problems: readonly ChangePasswordProblem[] }
  | { readonly kind: 'session-over' };

export type ConfirmPasswordResult =
  | { readonly kind: 'confirmed'; readonly sessionId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'session-over' };

/** What somebody who is signed in does with the account's password. */
export class Credentials {
  constructor(private readonly deps: CredentialsDependencies) {}

  /** Checks the password once more: for some minutes it counts as just typed. The session goes on under a fresh id. */
  async confirm(viewer: Viewer, password: string): Promise<ConfirmPasswordResult> {
    const { dataSource, clock } = this.deps;
    if ((await this.hashThatMatches(viewer, password)) === null) return { kind: 'wrong' };
    const sessionId = await renewSession(dataSource.manager, viewer, clock.now());
    return sessionId === null ? { kind: 'session-over' } : { kind: 'confirmed', sessionId };
  }

  /**
   * Changes the password, tells the account so, ends every other session of it and a change of its address that was not
   * confirmed yet, and lets this session go on under a fresh id. Refuses with every problem at once, and then changes nothing. Of two changes at once one wins; to the other its password is wrong.
   */
  async change(viewer: Viewer, input: { current: string; next: string }): Promise<ChangePasswordResult> {
    const { dataSource, passwords, clock, links, events } = this.deps;
    const before = await this.hashThatMatches(viewer, input.current);
    const problems: ChangePasswordProblem[] = before === null ? ['wrong'] : [];
    const problem = input.next === input.current ? 'unchanged' : newPasswordProblem(input.next);
    if (problem !== null) problems.push(problem);
    if (before === null || problems.length > 0) return { kind: 'refused', problems };
    const passwordHash = await passwords.hash(input.next);
    try {
      return await dataSource.transaction(async (tx): Promise<ChangePasswordResult> => {
        const place = { id: viewer.accountId, passwordHash: before };
        const { affected } = await tx.update(AccountRow, place, { passwordHash });
        if (affected !== 1) return { kind: 'refused', problems: ['wrong'] };
        await endOtherSessions(tx, viewer);
        const sessionId = await renewSession(tx, viewer, clock.now());
        // Ended from elsewhere meanwhile: whoever did that wins, and nothing is changed.
        if (sessionId === null) throw new SessionOver();
        await endEmailChange(tx, links, viewer.accountId);
        await events.passwordChanged(tx, viewer.accountId);
        return { kind: 'changed', sessionId };
      });
    } catch (error) {
      if (error instanceof SessionOver) return { kind: 'session-over' };
      throw error;
    }
  }

  /** The account's hash, when the password belongs to it. */
  private async hashThatMatches(viewer: Viewer, password: string): Promise<string | null> {
    const { dataSource, passwords } = this.deps;
    const row = await dataSource.manager.findOneBy(AccountRow, { id: viewer.accountId });
    const hash = row?.passwordHash ?? null;
    return (await passwords.matches(hash, password)) ? hash : null;
  }
}

class SessionOver extends Error {}
