import type { AccountRow, Accounts, Sessions } from '../../../features/account';
import type { SessionCookie } from '../../session-cookie';
import { type Context, requireViewer } from '../context';

/** Starts and ends the browser's session; a fresh id replaces the one that the browser came with. */
export class SignIns {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async begin(context: Context, accountId: string, sessionId: string): Promise<AccountRow> {
    await this.endCurrent(context);
    this.cookie.write(context.reply, sessionId);
    context.viewer = await this.sessions.find(sessionId);
    return this.accounts.find(accountId);
  }

  /** Lets the browser's session go on under a fresh id, which the account's own code has just given it. */
  async goOn(context: Context, sessionId: string): Promise<AccountRow> {
    this.cookie.write(context.reply, sessionId);
    context.viewer = await this.sessions.find(sessionId);
    return this.accounts.find(requireViewer(context).accountId);
  }

  async end(context: Context): Promise<void> {
    await this.endCurrent(context);
    this.cookie.clear(context.reply);
    context.viewer = null;
  }

  private async endCurrent(context: Context): Promise<void> {
    const current = this.cookie.read(context.request);
    if (current !== null) await this.sessions.end(current);
  }
}
