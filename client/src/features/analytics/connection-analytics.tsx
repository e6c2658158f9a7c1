import { Stack, Text } from '@mantine/core';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { AboutNumbers } from './about-numbers';
import { AccountSwitch } from './account-switch';
import classes from './connection-analytics.module.css';
import { ConnectionNotices } from './connection-notices';
import { type AnalyticsConnection, analyticsState, canRefresh } from './model/connection-state';
import { defaultRange, rangeOf } from './model/ranges';
import { NoNumbers } from './no-numbers';
import { Numbers } from './numbers';
import { RangeSwitch } from './range-switch';
import { RefreshAnalytics } from './refresh-analytics';
import { Scope } from './scope';
import type { AnalyticsAddress } from './use-analytics-address';

interface ConnectionAnalyticsProps {
  connection: AnalyticsConnection;
  /** All connections of the person, to choose from. */
  connections: readonly AnalyticsConnection[];
  /** The person's own time zone, for moments; days follow Instagram's clock. */
  timeZone: string;
  address: AnalyticsAddress;
  /** Whether the address names a connection that is not here, so that another one is shown. */
  askedForAnother: boolean;
}

/** The analytics of one connection: scope, what to know first, then the numbers or why there are none. */
export function ConnectionAnalytics(props: ConnectionAnalyticsProps) {
  const { connection, connections, timeZone, address, askedForAnother } = props;
  const state = analyticsState(connection);
  const length = address.range ?? defaultRange(connection.analyticsSync);
  const range = state.kind === 'numbers' ? rangeOf(length, state.completeUntil, state.syncedAt) : null;
  return (
    <Stack gap="lg">
      <PageHeader title="Analytics">
        {state.kind === 'numbers' && range !== null && (
          <Scope range={range} syncedAt={state.syncedAt} timeZone={timeZone} />
        )}
      </PageHeader>
      <div className={classes.switches}>
        <AccountSwitch connections={connections} shown={connection.id} onChoose={address.showConnection} />
        {range !== null && <RangeSwitch value={length} onChoose={address.showRange} />}
        {canRefresh(connection) && (
          <RefreshAnalytics key={connection.id} connection={connection} timeZone={timeZone} />
        )}
      </div>
      {askedForAnother && (
        <Notice tone="neutral">
          <Text>The connection in this address is not here. This is @{connection.username}.</Text>
        </Notice>
      )}
      <ConnectionNotices connection={connection} timeZone={timeZone} />
      {range === null ? (
        <NoNumbers state={state} connection={connection} timeZone={timeZone} />
      ) : (
        <Numbers
          // Another account starts with nothing, so that its numbers are never mistaken for the last one's.
          key={connection.id}
          connection={connection}
          range={range}
          metric={address.metric}
          onMetric={address.showMetric}
          timeZone={timeZone}
        />
      )}
      <AboutNumbers />
    </Stack>
  );
}
