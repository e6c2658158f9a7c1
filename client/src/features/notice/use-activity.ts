import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { activityQuery, markActivitySeenMutation, type ShownNotice } from './notice.queries';

interface ActivityList {
  /** Null until the first page came. */
  notices: readonly ShownNotice[] | null;
  hasMore: boolean;
  busy: boolean;
  error: unknown;
  /** The next page; or, after a failure, the one that did not come. */
  more: () => Promise<void>;
}

/** What the account was told, newest first, page by page; the first page counts as seen once it is here. */
export function useActivity(): ActivityList {
  const client = useApolloClient();
  const [notices, setNotices] = useState<readonly ShownNotice[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const load = useCallback(
    async (after: string | null) => {
      setBusy(true);
      setError(null);
      try {
        const { data } = await client.query({
          query: activityQuery,
          variables: { after },
          fetchPolicy: 'no-cache',
        });
        const page = data?.viewer?.activity;
        if (page === undefined) return;
        const nodes = page.edges.map(({ node }) => node);
        setNotices((before) => (after === null ? nodes : [...(before ?? []), ...nodes]));
        setNext(page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null);
        const [newest] = nodes;
        if (after === null && newest !== undefined && nodes.some(({ seen }) => !seen)) {
          const input = { throughId: newest.id };
          await client.mutate({ mutation: markActivitySeenMutation, variables: { input } });
        }
      } catch (failure) {
        setError(failure);
      } finally {
        setBusy(false);
      }
    },
    [client],
  );

  useEffect(() => void load(null), [load]);
  return { notices, hasMore: next !== null, busy, error, more: () => load(next) };
}
