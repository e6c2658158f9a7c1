import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newSecretText } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Letter, Mailer, MailOutcome } from '../../platform/mail/mailer';
import type { Vault } from '../../platform/vault';
import type { MailedLinkPurpose, NewAddress, Recipient } from '../account';
import { compose, type LetterWords, type Sender } from './compose';
import { addressTakenWords, linkWords, noticeWords, operatorWords } from './letter-words';
import { LINK_MINUTES } from './link-minutes';
import { MailRow } from './mail.entity';
import { enqueueMail, holdAccount, linkHashOf, type MailState, recipientPlace } from './mails';
import { NoticeRow } from './notice.entity';
import { devicePlace } from './notice-board';

export interface SendMailDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly sender: Sender;
  readonly publicUrl: string;
  readonly operatorEmail: string;
  readonly recipient: (tx: EntityManager, accountId: string) => Promise<Recipient | null>;
  /** Whom the mail of a pending change of address goes to. */
  readonly newAddress: (tx: EntityManager, accountId: string) => Promise<NewAddress | null>;
  /** The public id of a connection. */
  readonly connectionId: (rowId: string) => string;
  /** Counts how mails end. */
  readonly settled: (state: MailState) => void;
}

const RETRY_MS = 5 * 60_000;
/** A mail that could not be handed over for so long is given up; a link is by then what nobody waits for. */
const GIVE_UP_MS = { notice: 24 * 3_600_000, link: LINK_MINUTES * 60_000 };

/**
 * Sends a mail that was intended. That sending begins is committed before the mail server hears a word, so whatever
 * ends this process afterwards leaves a mail that is found begun: its outcome is unknown, and it is not sent again.
 * Only a mail that was surely not taken is tried again, every five minutes.
 */
export async function sendMail(deps: SendMailDependencies, mailId: string): Promise<void> {
  const letter = await deps.dataSource.transaction((tx) => begin(deps, tx, mailId));
  if (letter === null) return;
  const outcome = await deps.mailer.send(letter);
  await deps.dataSource.transaction((tx) => settle(deps, tx, mailId, outcome));
}

async function begin(deps: SendMailDependencies, tx: EntityManager, mailId: string): Promise<Letter | null> {
  const now = deps.clock.now();
  const accountId = (await tx.findOneBy(MailRow, { id: mailId }))?.accountId ?? null;
  if (accountId !== null) await holdAccount(tx, accountId, 'pessimistic_read');
  const open = { id: mailId, state: In(['INTENT', 'SENDING']) };
  const mail = await tx.findOne(MailRow, { where: open, lock: { mode: 'pessimistic_write' } });
  if (mail === null) return null;
  const end = async (state: MailState): Promise<null> => {
    await tx.update(MailRow, { id: mailId }, { state, settledAt: now, toSealed: null });
    deps.log.warn('mail.settled', { mailId, state, purpose: mail.purpose });
    deps.settled(state);
    return null;
  };
  if (mail.state === 'SENDING') return end('UNKNOWN');
  const patience = isLink(mail.purpose) ? GIVE_UP_MS.link : GIVE_UP_MS.notice;
  if (now.getTime() - mail.intendedAt.getTime() > patience) return end('FAILED');
  const said = await write(deps, tx, mail, now);
  if (said === null) return end('FAILED');
  await tx.update(MailRow, { id: mailId }, { state: 'SENDING', sendingAt: now, ...said.link });
  const words = compose(said.words, deps.sender);
  return { ...words, mailId, accountId: said.holderId ?? mail.accountId, to: said.to, at: now };
}

interface Said {
  readonly to: string;
  /** Whose address it is, when not the account's that the mail is of. */
  readonly holderId?: string | null;
  readonly words: LetterWords;
  readonly link?: Pick<MailRow, 'linkHash' | 'linkEndsAt'>;
}

/** What a mail says at this moment, and to whom; null when there is nobody any more who may be mailed. */
async function write(
  deps: SendMailDependencies,
  tx: EntityManager,
  mail: MailRow,
  now: Date,
): Promise<Said | null> {
  const { publicUrl, operatorEmail } = deps;
  if (mail.accountId === null) {
    return { to: operatorEmail, words: operatorWords(mail.operatorEvent ?? '', publicUrl) };
  }
  if (isLink(mail.purpose)) return writeLink(deps, tx, { ...mail, accountId: mail.accountId }, now);
  const recipient = await deps.recipient(tx, mail.accountId);
  if (!recipient?.confirmed) return null;
  const notice = mail.noticeId === null ? null : await tx.findOneBy(NoticeRow, { id: mail.noticeId });
  if (notice === null) return null;
  const { kind, daysLeft, connectionId, deviceSealed } = notice;
  const key = (await deps.vault.openKeys(tx, 'account', [mail.accountId])).get(mail.accountId);
  const about = {
    ...{ kind, daysLeft, aboutAt: notice.aboutAt ?? notice.toldAt },
    device: deviceSealed === null ? null : (key?.open(devicePlace(notice.id), deviceSealed) ?? null),
    connection: connectionId === null ? null : deps.connectionId(connectionId),
  };
  const other = mail.toSealed === null ? null : (key?.open(recipientPlace(mail.id), mail.toSealed) ?? null);
  return { to: other ?? recipient.email, words: noticeWords(about, recipient, publicUrl) };
}

/**
 * A mail with a link, to the account's own address or to the one that it wants to have. An address that is another
 * account's gets no link but is told so; what is stored of the mail looks the same.
 */
async function writeLink(
  deps: SendMailDependencies,
  tx: EntityManager,
  { accountId, purpose }: { accountId: string; purpose: string },
  now: Date,
): Promise<Said | null> {
  const token = newSecretText();
  const linkEndsAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
  const link = { linkHash: linkHashOf(token), linkEndsAt };
  if (purpose === 'CHANGE_EMAIL') {
    const address = await deps.newAddress(tx, accountId);
    if (address === null) return null;
    const { email: to, holderId } = address;
    const words =
      holderId === null ? linkWords(purpose, token, deps.publicUrl) : addressTakenWords(deps.publicUrl);
    return { to, holderId, words, link };
  }
  const recipient = await deps.recipient(tx, accountId);
  if (recipient === null || !isLink(purpose)) return null;
  if (purpose !== 'CONFIRM_EMAIL' && !recipient.confirmed) return null;
  return { to: recipient.email, words: linkWords(purpose, token, deps.publicUrl), link };
}

const STATE_OF: Readonly<Record<Exclude<MailOutcome, 'try-later'>, MailState>> = {
  sent: 'SENT',
  refused: 'FAILED',
  unknown: 'UNKNOWN',
};

/** Writes down what came of it; a mail that was given up as unknown meanwhile is known now. */
async function settle(
  deps: SendMailDependencies,
  tx: EntityManager,
  mailId: string,
  outcome: MailOutcome,
): Promise<void> {
  const now = deps.clock.now();
  const begun = { id: mailId, state: In(['SENDING', 'UNKNOWN']) };
  if (outcome === 'try-later' && !(await isEndedLink(tx, mailId))) {
    const again = { state: 'INTENT', sendingAt: null, settledAt: null, linkHash: null, linkEndsAt: null };
    const { affected } = await tx.update(MailRow, begun, again);
    if (affected === 1) await enqueueMail(tx, mailId, new Date(now.getTime() + RETRY_MS));
    return;
  }
  const state = outcome === 'try-later' ? 'FAILED' : STATE_OF[outcome];
  const { affected } = await tx.update(MailRow, begun, { state, settledAt: now, toSealed: null });
  if (affected !== 1) return;
  deps.log.info('mail.settled', { mailId, state });
  deps.settled(state);
}

/** Whether it is a mail whose link was ended while it was being handed over: then it is not tried again. */
async function isEndedLink(tx: EntityManager, mailId: string): Promise<boolean> {
  const mail = await tx.findOneBy(MailRow, { id: mailId });
  return mail !== null && isLink(mail.purpose) && mail.linkHash === null;
}

const LINKS: readonly string[] = ['CONFIRM_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL'];
const isLink = (purpose: string): purpose is MailedLinkPurpose => LINKS.includes(purpose);
