import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { LoadingRegion } from '../../ui/loading-region';
import { PageHeader } from '../../ui/page-header';
import { AnalyticsConnectionsQuery } from './analytics.queries';
import { ConnectionAnalytics } from './connection-analytics';
import { LoadFailure } from './load-failure';
import { NoConnection } from './no-connection';
import { useAnalyticsAddress } from './use-analytics-address';
import { useSyncPolling } from './use-sync-polling';

/** The Analytics screen: finds the connection to show and leaves the rest to `ConnectionAnalytics`. */
export function AnalyticsPage() {
  const address = useAnalyticsAddress();
  const query = useQuery(AnalyticsConnectionsQuery);
  const viewer = query.data?.viewer;
  const connections = viewer?.instagramConnections ?? [];
  const byId = (id: string | null | undefined) => connections.find((each) => each.id === id);
  const shown = byId(address.connectionId) ?? byId(viewer?.selectedConnection?.id) ?? connections[0];
  useSyncPolling(query, shown);

  if (viewer && shown) {
    return (
      <ConnectionAnalytics
        connection={shown}
        connections={connections}
        timeZone={viewer.timeZone}
        address={address}
        askedForAnother={address.connectionId !== null && address.connectionId !== shown.id}
      />
    );
  }
  return (
    <Stack gap="lg">
      <PageHeader title="Analytics" />
      {viewer && <NoConnection />}
      {!viewer && query.error && (
        <LoadFailure
          error={query.error}
          what="Your connections"
          timeZone="UTC"
          retry={() => void query.refetch()}
        />
      )}
      {!viewer && !query.error && <LoadingRegion label="Loading your connections" heights={[36, 96, 380]} />}
    </Stack>
  );
}
