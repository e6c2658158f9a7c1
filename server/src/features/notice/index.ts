import { DevelopmentMailRow } from './development-mail.entity';
import { MailRow } from './mail.entity';
import { MutedNoticeRow } from './muted-notice.entity';
import { NoticeRow } from './notice.entity';

export { Activity, type ActivityEntry, type NoticeMail, type Preference } from './activity';
export type { Sender } from './compose';
export { DevelopmentMailbox, type KeptMail } from './development-mailbox';
export * as noticeHoldings from './held';
export { type MailState, Mails, SEND_MAIL_TASK } from './mails';
export { NOTICE_KINDS, type Notice, type NoticeKind } from './notice';
export { NoticeBoard } from './notice-board';
export { noticesEraser } from './notices.eraser';
export { noticesOfAccountEraser } from './notices-of-account.eraser';
export { type SendMailDependencies, sendMail } from './send-mail';

/** The tables of this feature. */
export const NOTICE_ENTITIES = [NoticeRow, MailRow, MutedNoticeRow, DevelopmentMailRow] as const;
