import { Text } from '@mantine/core';
import { connectPath, paths } from '../../app/paths';
import { formatMoment } from '../../lib/format-time';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { type AnalyticsConnection, analyticsState, lacksAnalyticsPermission } from './model/connection-state';

interface ConnectionNoticesProps {
  connection: AnalyticsConnection;
  timeZone: string;
}

/** What a person must know before reading the numbers of this connection; nothing when all is well. */
export function ConnectionNotices({ connection, timeZone }: ConnectionNoticesProps) {
  const now = useNow();
  const moment = (at: string) => <Time at={at}>{formatMoment(new Date(at), timeZone, now)}</Time>;
  const { failedAt, syncedAt, running } = connection.analyticsSync;
  const hasNumbers = analyticsState(connection).kind === 'numbers';

  if (connection.status === 'DEAUTHORIZED') {
    return (
      <Notice tone="warning">
        <Text>
          SocioGenie was removed at Instagram
          {connection.deauthorizedAt !== null && <> on {moment(connection.deauthorizedAt)}</>}.
          {hasNumbers && ' The numbers up to then are kept.'} Nothing is refreshed any more.
        </Text>
        <Text>
          <TextLink to={paths.integrations}>Connect again, or delete the Instagram data</TextLink>
        </Text>
      </Notice>
    );
  }
  if (connection.status === 'RECONNECT_NEEDED') {
    return (
      <Notice tone="warning">
        <Text>
          Instagram ended our access, so nothing is refreshed.
          {hasNumbers && ' The numbers up to then are kept.'}
        </Text>
        <Text>
          <TextLink to={connectPath(connection.id)}>Reconnect @{connection.username}</TextLink>
        </Text>
      </Notice>
    );
  }
  if (lacksAnalyticsPermission(connection)) {
    return (
      <Notice tone="warning">
        <Text>
          Analytics is off: that permission was not granted.
          {hasNumbers && ' Numbers from before are kept.'}
        </Text>
        <Text>
          <TextLink to={paths.integrations}>Grant analytics under Social Media Integration</TextLink>
        </Text>
      </Notice>
    );
  }
  if (hasNumbers && failedAt !== null && syncedAt !== null && !running) {
    return (
      <Notice tone="neutral">
        <Text>
          These numbers are from {moment(syncedAt)}. Refreshing failed {moment(failedAt)}; we try again by
          ourselves.
        </Text>
      </Notice>
    );
  }
  return null;
}
