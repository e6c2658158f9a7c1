import { ConnectAttemptRow } from './connect-attempt.entity';
import { ConnectionCheckRow } from './connection-check.entity';
import { ConnectionHealthRow } from './connection-health.entity';
import { ConnectionLineRow } from './connection-line.entity';
import { ConnectionPictureRow } from './connection-picture.entity';
import { ConnectionWarningRow } from './connection-warning.entity';
import { DeauthorizationRow } from './deauthorization.entity';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { InstagramEventRow } from './instagram-event.entity';
import { InstagramServiceRow } from './instagram-service.entity';
import { PermissionUseRow } from './permission-use.entity';
import { TokenRenewalRow } from './token-renewal.entity';

export { reconcileConnections } from './after-restore';
export {
  type CheckDependencies,
  type CheckOutcome,
  type CheckRequest,
  checkConnection,
  requestCheck,
} from './check-connection';
export { missingPermissions, NEEDED_PERMISSIONS } from './connection';
export { type ConnectionCheck, Connections, type ConnectionView } from './connections.read';
export { endAllConnects } from './connects-under-way';
export {
  type Deauthorization,
  type DeauthorizeDependencies,
  PROBE_GRANT_TASK,
  probeGrant,
  receiveDeauthorization,
} from './deauthorize';
export { diagnosticId } from './diagnostic-id';
export { attemptsOfAccountEraser, ConnectionErasure, connectionEraser } from './erasure';
export { FIND_DUE_CHECKS_TASK, findDueChecks } from './find-due-checks';
export { FIND_DUE_RENEWALS_TASK, findDueRenewals } from './find-due-renewals';
export { FIND_DUE_SUBSCRIPTIONS_TASK, findDueSubscriptions } from './find-due-subscriptions';
export {
  type ConnectOutcome,
  type FinishConnectDependencies,
  finishConnect,
  type OAuthReturn,
} from './finish-connect';
export { type Grant, Grants } from './grants';
export * as connectionHoldings from './held';
export { InstagramConnectionRow } from './instagram-connection.entity';
export { type InstagramTrouble, InstagramWatch, WATCH_INSTAGRAM_TASK } from './instagram-watch';
export { type LineOpening, Lines } from './lines';
export { cancelConnect, type OpenAttempt, openAttempt } from './open-attempt';
export { notingUses, type PermissionFacts, PermissionUses } from './permission-uses';
export type { KeptPicture } from './picture.store';
export { Pictures } from './pictures';
export { profileKey } from './places';
export type { ConnectionNotice, Moves, Notices } from './ports';
export { type ReceivedEvents, type ReceiveEventsDependencies, receiveEvents } from './receive-events';
export { RENEW_TOKEN_TASK, type RenewalOutcome, type RenewDependencies, renewToken } from './renew-token';
export { countConnections } from './room';
export type { ConnectionStatus, StatusReason } from './standing';
export { type ConnectWish, startConnect } from './start-connect';
export {
  queueSubscription,
  SUBSCRIBE_EVENTS_TASK,
  type SubscribeDependencies,
  subscribeEvents,
} from './subscribe-events';
export { CHECK_CONNECTION_TASK, suspect } from './suspect';
export { WARN_OF_ENDING_TASK, type WarnDependencies, warnOfEndingAccess } from './warn-of-ending';
export { AccessWithdrawals } from './withdraw-access';

/** The tables of this feature. */
export const CONNECTION_ENTITIES = [
  InstagramConnectionRow,
  ConnectAttemptRow,
  DeauthorizationRow,
  TokenRenewalRow,
  ConnectionHealthRow,
  ConnectionLineRow,
  ConnectionPictureRow,
  InstagramServiceRow,
  ConnectionCheckRow,
  ConnectionWarningRow,
  InstagramEventRow,
  PermissionUseRow,
] as const;
