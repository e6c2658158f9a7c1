import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { IntegrationsQuery } from '../../gql/graphql';
import { integrationsQuery } from './connection.queries';

/** How often the screen asks again, by what is going on. */
const pollMs = { deleting: 1500, syncing: 3000, quiet: 30_000 } as const;

type Viewer = NonNullable<IntegrationsQuery['viewer']>;

function wantedInterval(viewer: Viewer | null): number {
  const running = viewer?.deletionRequests.some(({ state }) => state === 'RECEIVED' || state === 'ERASING');
  if (running) return pollMs.deleting;
  const syncing = viewer?.instagramConnections.some(({ analyticsSync }) => analyticsSync.running);
  return syncing ? pollMs.syncing : pollMs.quiet;
}

interface Integrations {
  /** Null until the first answer. */
  viewer: Viewer | null;
  /** Set when the newest request failed; older data, if there is any, is still given. */
  error: unknown;
  reload: () => Promise<unknown>;
}

/** The data of the integrations screen, kept fresh while the page can be seen. */
export function useIntegrations(): Integrations {
  const [pollInterval, setPollInterval] = useState<number>(pollMs.quiet);
  const { data, previousData, error, refetch } = useQuery(integrationsQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const viewer = (data ?? previousData)?.viewer ?? null;
  useEffect(() => setPollInterval(wantedInterval(viewer)), [viewer]);
  return { viewer, error, reload: refetch };
}
