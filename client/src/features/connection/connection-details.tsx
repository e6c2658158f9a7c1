import { Title } from '@mantine/core';
import type { Clock } from '../../lib/clock';
import { formatMoment } from '../../lib/format-time';
import { Facts } from '../../ui/facts';
import { CommentEventsChoice } from './comment-events-choice';
import type { CardConnection } from './connection.queries';
import classes from './connection-details.module.css';
import { permissionWords } from './permissions';

interface ConnectionDetailsProps {
  connection: CardConnection;
  clock: Clock;
}

/** What a card keeps folded: each permission with what it is for, and the times behind the sentences. */
export function ConnectionDetails({ connection, clock: { timeZone, now } }: ConnectionDetailsProps) {
  const { grantedPermissions, missingPermissions, tokenHealth, checkedAt, displayName, status } = connection;
  const moment = (at: string | null, otherwise: string) =>
    at === null ? otherwise : formatMoment(new Date(at), timeZone, now);
  const removed = status === 'DEAUTHORIZED';
  const permissions = [
    ...(removed ? [] : grantedPermissions).map((permission) => ({ permission, granted: 'granted' })),
    ...missingPermissions.map((permission) => ({ permission, granted: 'not granted' })),
  ];
  return (
    <div className={classes.details}>
      <Title order={3}>Permissions</Title>
      {permissions.length === 0 && <p>None: SocioGenie was removed at Instagram.</p>}
      <ul className={classes.permissions}>
        {permissions.map(({ permission, granted }) => (
          <li key={permission}>
            <strong>{permissionWords[permission].title}</strong> ({granted}).{' '}
            {permissionWords[permission].use}
          </li>
        ))}
      </ul>
      <CommentEventsChoice connection={connection} />
      <Title order={3}>Access</Title>
      <Facts>
        {displayName !== null && <Facts.Item label="Name">{displayName}</Facts.Item>}
        <Facts.Item label="Access until">
          {removed ? 'ended, the key is destroyed' : moment(tokenHealth?.expiresAt ?? null, 'not known')}
        </Facts.Item>
        <Facts.Item label="Renewed">{moment(tokenHealth?.lastRefreshedAt ?? null, 'not yet')}</Facts.Item>
        <Facts.Item label="Checked">{moment(checkedAt, 'not yet')}</Facts.Item>
        <Facts.Item label="Days kept">{connection.analyticsSync.storedDays}</Facts.Item>
      </Facts>
      <p className={classes.zone}>Times are in {timeZone}.</p>
    </div>
  );
}
