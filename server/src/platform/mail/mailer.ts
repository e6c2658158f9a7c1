/** A mail as it leaves. Its id is the same at every try, and names it to the receiving server too. */
export interface Letter {
  readonly mailId: string;
  /** Whose address it goes to; null for the operator. */
  readonly accountId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Date;
}

/**
 * What came of handing a mail over. `try-later`: it was surely not taken, and may be taken later. `refused`: it was
 * surely not taken, and never will be. `unknown`: it may have been taken, so it must not be sent again.
 */
export type MailOutcome = 'sent' | 'try-later' | 'refused' | 'unknown';

/** Where mails go. `send` hands one over once, in a bounded time, and never throws. */
export interface Mailer {
  send(letter: Letter): Promise<MailOutcome>;
}
