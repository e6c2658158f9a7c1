import { ConnectAttemptRow } from './connect-attempt.entity';
import { DeauthorizationRow } from './deauthorization.entity';
import { InstagramConnectionRow } from './instagram-connection.entity';

export {
  type ConnectionStatus,
  missingPermissions,
  NEEDED_PERMISSIONS,
  statusOf,
} from './connection';
export { type Grant, Grants } from './grants';
export { InstagramConnectionRow } from './instagram-connection.entity';

/** The tables of this feature. */
export const CONNECTION_ENTITIES = [InstagramConnectionRow, ConnectAttemptRow, DeauthorizationRow] as const;
