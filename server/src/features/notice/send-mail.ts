import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newSecretText } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Letter, Mailer, MailOutcome } from '../../platform/mail/mailer';
import type { Vault } from '../../platform/vault';
import type { Recipient } from '../account';
import { compose, type LetterWords, type Sender } from './compose';
import { linkWords, noticeWords, operatorWords } from './letter-words';
import { LINK_MINUTES } from './link-minutes';
import { MailRow } from './mail.entity';
import { enqueueMail, linkHashOf, type MailState } from './mails';
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
  const mail = await tx
    .createQueryBuilder(MailRow, 'mail')
    .setLock('pessimistic_write')
    .where({ id: mailId, state: In(['INTENT', 'SENDING']) })
    .getOne();
  if (mail === null) return null;
  const end = async (state: MailState): Promise<null> => {
    await tx.update(MailRow, { id: mailId }, { state, settledAt: now });
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
  return { ...words, mailId, accountId: mail.accountId, to: said.to, at: now };
}

interface Said {
  readonly to: string;
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
  const recipient = await deps.recipient(tx, mail.accountId);
  if (recipient === null || (mail.purpose !== 'CONFIRM_EMAIL' && !recipient.confirmed)) return null;
  if (isLink(mail.purpose)) {
    const token = newSecretText();
    const linkEndsAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
    const words = linkWords(mail.purpose, token, publicUrl);
    return { to: recipient.email, words, link: { linkHash: linkHashOf(token), linkEndsAt } };
  }
  const notice = mail.noticeId === null ? null : await tx.findOneBy(NoticeRow, { id: mail.noticeId });
  if (notice === null) return null;
  const { kind, daysLeft, connectionId, deviceSealed } = notice;
  const key = (await deps.vault.openKeys(tx, 'account', [mail.accountId])).get(mail.accountId);
  const about = {
    ...{ kind, daysLeft, aboutAt: notice.aboutAt ?? notice.toldAt },
    device: deviceSealed === null ? null : (key?.open(devicePlace(notice.id), deviceSealed) ?? null),
    connection: connectionId === null ? null : deps.connectionId(connectionId),
  };
  return { to: recipient.email, words: noticeWords(about, recipient, publicUrl) };
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
  if (outcome === 'try-later') {
    const again = { state: 'INTENT', sendingAt: null, settledAt: null, linkHash: null, linkEndsAt: null };
    const { affected } = await tx.update(MailRow, begun, again);
    if (affected === 1) await enqueueMail(tx, mailId, new Date(now.getTime() + RETRY_MS));
    return;
  }
  const state = STATE_OF[outcome];
  const { affected } = await tx.update(MailRow, begun, { state, settledAt: now });
  if (affected !== 1) return;
  deps.log.info('mail.settled', { mailId, state });
  deps.settled(state);
}

const isLink = (purpose: string): purpose is 'CONFIRM_EMAIL' | 'RESET_PASSWORD' =>
  purpose === 'CONFIRM_EMAIL' || purpose === 'RESET_PASSWORD';
