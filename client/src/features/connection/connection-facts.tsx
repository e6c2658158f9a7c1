import type { Clock } from '../../lib/clock';
import { formatDay } from '../../lib/format-time';
import { Facts } from '../../ui/facts';
import { Time } from '../../ui/time';
import { analyticsLine } from './analytics-line';
import type { CardConnection } from './connection.queries';
import { permissionWords } from './permissions';

interface ConnectionFactsProps {
  connection: CardConnection;
  clock: Clock;
}

/** What is known about a connection, whatever its state. */
export function ConnectionFacts({ connection, clock }: ConnectionFactsProps) {
  const granted = connection.grantedPermissions.map((permission) => permissionWords[permission].short);
  return (
    <Facts>
      <Facts.Item label="Permissions">
        {connection.status === 'DEAUTHORIZED' ? 'withdrawn at Instagram' : granted.join(', ') || 'none'}
      </Facts.Item>
      <Facts.Item label="Analytics">{analyticsLine(connection, clock)}</Facts.Item>
      <Facts.Item label="Connected">
        <Time at={connection.connectedAt}>{formatDay(new Date(connection.connectedAt), clock.timeZone)}</Time>
      </Facts.Item>
    </Facts>
  );
}
