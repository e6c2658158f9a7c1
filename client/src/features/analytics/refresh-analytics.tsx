import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { connectPath } from '../../app/paths';
import type { SyncAnalyticsMutation as SyncAnalyticsResult } from '../../gql/graphql';
import { formatMoment } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { TextLink } from '../../ui/text-link';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { SyncAnalyticsMutation } from './analytics.queries';
import type { AnalyticsConnection } from './model/connection-state';
import classes from './refresh-analytics.module.css';

interface RefreshAnalyticsProps {
  connection: AnalyticsConnection;
  timeZone: string;
}

/** Asks for a refresh; what comes of it stands below the row of the button. */
export function RefreshAnalytics({ connection, timeZone }: RefreshAnalyticsProps) {
  const [syncAnalytics, { loading, data, error }] = useMutation(SyncAnalyticsMutation);
  const { running } = connection.analyticsSync;
  const refused = data?.syncAnalytics.userErrors[0];
  function outcome(): ReactNode {
    if (running) return 'Refreshing now.';
    if (error) return failureSentence(error, timeZone);
    return refused && <Refusal refused={refused} connectionId={connection.id} timeZone={timeZone} />;
  }
  return (
    <>
      <BusyButton
        busy={loading || running}
        busyLabel="Refreshing analytics..."
        onClick={() => {
          // A failure is in `error`; the promise says nothing more.
          syncAnalytics({ variables: { input: { connectionId: connection.id } } }).catch(() => undefined);
        }}
      >
        Refresh analytics
      </BusyButton>
      <Text role="status" c="dimmed" className={classes.outcome}>
        {outcome()}
      </Text>
    </>
  );
}

interface RefusalProps {
  refused: SyncAnalyticsResult['syncAnalytics']['userErrors'][number];
  connectionId: string;
  timeZone: string;
}

function Refusal({ refused, connectionId, timeZone }: RefusalProps) {
  const now = useNow();
  switch (refused.__typename) {
    case 'SyncTooSoon':
      return (
        <>
          Analytics was refreshed a moment ago. You can refresh again from{' '}
          <Time at={refused.retryAt}>{formatMoment(new Date(refused.retryAt), timeZone, now)}</Time>.
        </>
      );
    case 'ReconnectNeeded':
      return (
        <>
          Instagram ended our access, so analytics cannot be refreshed.{' '}
          <TextLink to={connectPath(connectionId)}>Reconnect first</TextLink>
        </>
      );
    default:
      return refused.message;
  }
}
