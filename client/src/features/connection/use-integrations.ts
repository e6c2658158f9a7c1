import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { IntegrationsQuery } from '../../gql/graphql';
import { integrationsQuery, type Trouble } from './connection.queries';

/** How often the screen asks again, by what is going on. */
const pollMs = { deleting: 1500, waiting: 2000, syncing: 3000, quiet: 30_000 } as const;

/** How long it goes on asking often after a connect has come back: its connection may still be on the way. */
const restlessMs = 30_000;

type Viewer = NonNullable<IntegrationsQuery['viewer']>;

function wantedInterval(viewer: Viewer | null, restless: boolean): number {
  const running = viewer?.deletionRequests.some(({ state }) => state === 'RECEIVED' || state === 'ERASING');
  if (running) return pollMs.deleting;
  if (restless || viewer?.connectAttempt != null) return pollMs.waiting;
  const syncing = viewer?.instagramConnections.some(({ analyticsSync }) => analyticsSync.running);
  return syncing ? pollMs.syncing : pollMs.quiet;
}

/** True while a connect is open, and for a while after. */
function useRestless(waiting: boolean): boolean {
  const [restless, setRestless] = useState(false);
  useEffect(() => {
    if (waiting) return setRestless(true);
    const timer = setTimeout(() => setRestless(false), restlessMs);
    return () => clearTimeout(timer);
  }, [waiting]);
  return restless;
}

interface Integrations {
  /** Null until the first answer. */
  viewer: Viewer | null;
  trouble: Trouble;
  /** Set when the newest request failed; older data, if there is any, is still given. */
  error: unknown;
  reload: () => Promise<unknown>;
}

/** The data of the integrations screen, kept fresh while the page can be seen, and fetched when it is seen again. */
export function useIntegrations(): Integrations {
  const [pollInterval, setPollInterval] = useState<number>(pollMs.quiet);
  const { data, previousData, error, refetch } = useQuery(integrationsQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const known = data ?? previousData;
  const viewer = known?.viewer ?? null;
  const restless = useRestless(viewer?.connectAttempt != null);
  useEffect(() => setPollInterval(wantedInterval(viewer, restless)), [viewer, restless]);
  useEffect(() => {
    const look = () => {
      // A failure is in `error`.
      if (!document.hidden) refetch().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [refetch]);
  return { viewer, trouble: known?.instagramTrouble ?? null, error, reload: refetch };
}
