import { ConnectAttemptRow } from './connect-attempt.entity';
import { DeauthorizationRow } from './deauthorization.entity';
import { InstagramConnectionRow } from './instagram-connection.entity';

export { reconcileConnections } from './after-restore';
export { type ConnectionStatus, missingPermissions, NEEDED_PERMISSIONS, statusOf } from './connection';
export { Connections, type ConnectionView } from './connections.read';
export { endAllConnects } from './connects-under-way';
export {
  type Deauthorization,
  type DeauthorizeDependencies,
  PROBE_GRANT_TASK,
  probeGrant,
  receiveDeauthorization,
} from './deauthorize';
export { attemptsOfAccountEraser, ConnectionErasure, connectionEraser } from './erasure';
export {
  type ConnectOutcome,
  type FinishConnectDependencies,
  finishConnect,
  type OAuthReturn,
} from './finish-connect';
export { type Grant, Grants } from './grants';
export * as connectionHoldings from './held';
export { InstagramConnectionRow } from './instagram-connection.entity';
export { profileKey } from './places';
export { startConnect } from './start-connect';
export { AccessWithdrawals } from './withdraw-access';

/** The tables of this feature. */
export const CONNECTION_ENTITIES = [InstagramConnectionRow, ConnectAttemptRow, DeauthorizationRow] as const;
