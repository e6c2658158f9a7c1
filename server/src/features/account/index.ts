import { AccountRow } from './account.entity';
import { EmailChangeRow } from './email-change.entity';
import { KnownDeviceRow } from './known-device.entity';
import { SessionRow } from './session.entity';

export { AccountRow } from './account.entity';
export { AccountClosure, accountEraser } from './account-closure';
export { accountKey } from './account-key';
export { Accounts, type ConfirmationProblem, type Recipient, type SignUpProblem } from './accounts';
export { reconcileAccounts } from './after-restore';
export { type ChangePasswordProblem, Credentials } from './credentials';
export { DEMO_EMAIL } from './demo-account';
export { EmailChangeRow } from './email-change.entity';
export {
  type ConfirmEmailChangeResult,
  EmailChanges,
  type NewAddress,
  type PendingEmailChange,
  type RequestEmailChangeResult,
} from './email-changes';
export * as accountHoldings from './held';
export { KnownDeviceRow } from './known-device.entity';
export type { Device } from './known-devices';
export { MailedLinkUses, type ResetResult } from './mailed-link-uses';
export { OwnersCodes } from './owners-codes';
export {
  DEFAULT_PASSWORD_COST,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
  type PasswordCost,
  type PasswordProblem,
  Passwords,
} from './password';
export type { AccountEvents, MailedLinkPurpose, MailedLinks } from './ports';
export { deselectConnection, selectConnection, selectFirstConnection } from './selected-connection';
export { SessionRow } from './session.entity';
export { endAllSessions, Sessions, type SignInSession, type Viewer } from './sessions';
export { changeTimeZone } from './time-zone';

/** The tables of this feature. */
export const ACCOUNT_ENTITIES = [AccountRow, SessionRow, KnownDeviceRow, EmailChangeRow] as const;
