import type { AccountEvents } from '../features/account';
import type { Mails, NoticeBoard } from '../features/notice';
import type { Clock } from '../platform/clock';

/** What is told and mailed when something happens to an account itself. */
export function accountEvents(notices: NoticeBoard, mails: Mails, clock: Clock): AccountEvents {
  return {
    signedUp: (tx, accountId) => mails.mail(tx, accountId, 'CONFIRM_EMAIL'),
    newDevice: (tx, accountId, deviceHash, device) =>
      notices.tell(tx, { kind: 'NEW_DEVICE', accountId, deviceHash, device, aboutAt: clock.now() }),
    passwordChanged: (tx, accountId) =>
      notices.tell(tx, { kind: 'PASSWORD_CHANGED', accountId, aboutAt: clock.now() }),
    emailChanged: (tx, accountId, formerEmail) =>
      notices.tell(tx, { kind: 'EMAIL_CHANGED', accountId, formerEmail, aboutAt: clock.now() }),
  };
}
