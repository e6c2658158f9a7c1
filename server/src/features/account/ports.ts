import type { EntityManager } from 'typeorm';

/** What others do about an account's own events, each in the transaction of the event. `app.ts` hands it in. */
export interface AccountEvents {
  signedUp(tx: EntityManager, accountId: string): Promise<void>;
  /** A browser signed in that the account did not know. */
  newDevice(tx: EntityManager, accountId: string, deviceHash: Buffer, name: string): Promise<void>;
  /** A new password was chosen, by a mailed link or in the settings. */
  passwordChanged(tx: EntityManager, accountId: string): Promise<void>;
  /** The account has another address now; `formerEmail` is the one before, null when nobody ever confirmed it. */
  emailChanged(tx: EntityManager, accountId: string, formerEmail: string | null): Promise<void>;
}

export type MailedLinkPurpose = 'CONFIRM_EMAIL' | 'RESET_PASSWORD' | 'CHANGE_EMAIL';

/**
 * Links that are mailed to an account's own address, or to the one that it wants to change to; each good once and for
 * thirty minutes. Whoever uses or ends one holds the account from there on.
 */
export interface MailedLinks {
  /** Sees to it that a mail with a link is sent. */
  mail(tx: EntityManager, accountId: string, purpose: MailedLinkPurpose): Promise<void>;
  /** Whether a link is good at this moment; changes nothing. */
  isGood(token: string, purpose: MailedLinkPurpose): Promise<boolean>;
  /** Uses a link up, with every other of the account and purpose; null when it is not good. */
  use(tx: EntityManager, token: string, purpose: MailedLinkPurpose): Promise<string | null>;
  /** Ends an account's links of these purposes, those too that are still to be mailed; the account is to be locked before. */
  end(tx: EntityManager, accountId: string, purposes: readonly MailedLinkPurpose[]): Promise<void>;
}
