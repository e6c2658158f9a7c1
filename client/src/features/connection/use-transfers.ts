import { useQuery } from '@apollo/client/react';
import { type ConnectionTransfer, type TransferRequest, transfersQuery } from './transfer.queries';

/** The other side answers in its own time. */
const POLL_MS = 30_000;

export interface Transfers {
  requests: readonly TransferRequest[];
  /** What is asked about one connection; null while nobody asks. */
  about: (connectionId: string) => ConnectionTransfer | null;
  reload: () => Promise<unknown>;
}

/** What was asked for, of this account and by it. Nothing until the first answer: most accounts never have any. */
export function useTransfers(): Transfers {
  const { data, previousData, refetch } = useQuery(transfersQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const viewer = (data ?? previousData)?.viewer;
  return {
    requests: viewer?.transferRequests ?? [],
    about: (id) => viewer?.instagramConnections.find((one) => one.id === id)?.transfer ?? null,
    reload: refetch,
  };
}
