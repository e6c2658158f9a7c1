import type { InstagramPermission } from '../../../gql/graphql';
import type { Clock } from '../../../lib/clock';
import { formatDay, formatNear } from '../../../lib/format-time';
import type { CardConnection } from '../connection.queries';
import { permissionWords } from '../permissions';
import classes from './permission-uses.module.css';

interface PermissionUsesProps {
  connection: CardConnection;
  grantedAt: string;
  clock: Clock;
}

/** Each permission: what it is for, when it was granted, and when it was last used, where that is known. */
export function PermissionUses({ connection, grantedAt, clock }: PermissionUsesProps) {
  const { grantedPermissions, missingPermissions, status } = connection;
  if (status === 'DEAUTHORIZED') return <p>None: SocioGenie was removed at Instagram.</p>;
  const granted = `Granted ${formatDay(new Date(grantedAt), clock.timeZone)}`;
  return (
    <dl className={classes.permissions}>
      {[...grantedPermissions, ...missingPermissions].map((permission) => (
        <div key={permission} className={classes.permission}>
          <dt>{permissionWords[permission].title}</dt>
          <dd>{permissionWords[permission].use}</dd>
          <dd className={classes.use}>
            {missingPermissions.includes(permission)
              ? 'Not granted'
              : [granted, ...lastUse(permission, connection, clock)].join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every call needs the profile permission, so the newest answer is its last use; analytics were fetched with theirs. */
function lastUse(
  permission: InstagramPermission,
  { checkedAt, analyticsSync }: CardConnection,
  { timeZone, now }: Clock,
): string[] {
  const at = { BASIC: checkedAt, MANAGE_INSIGHTS: analyticsSync.syncedAt };
  const used = permission === 'BASIC' || permission === 'MANAGE_INSIGHTS' ? at[permission] : null;
  return used === null ? [] : [`last used ${formatNear(new Date(used), timeZone, now)}`];
}
