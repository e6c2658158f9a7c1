import type { ApolloCache } from '@apollo/client/cache';
import { graphql } from '../gql';

/** Which connections the account has; every screen that lists them keeps this current in the cache. */
export const connectionIdsQuery = graphql(`
  query ConnectionIds {
    viewer {
      id
      instagramConnections {
        id
      }
    }
  }
`);

/**
 * Removes from the cache every connection that the account no longer has, with its username and numbers.
 * The server stops listing a connection the moment it is cut, whoever asked for it, so what was deleted
 * there does not live on in this tab.
 * @returns stops watching.
 */
export function forgetGoneConnections(cache: ApolloCache): () => void {
  const forget = (keptIds: readonly string[]) => {
    const kept = new Set(keptIds.map((id) => `InstagramConnection:${id}`));
    const known = Object.keys(cache.extract() as Record<string, unknown>);
    const gone = known.filter((key) => key.startsWith('InstagramConnection:') && !kept.has(key));
    for (const id of gone) cache.evict({ id });
    if (gone.length > 0) cache.gc();
  };
  return cache.watch({
    query: connectionIdsQuery,
    optimistic: false,
    callback: ({ complete, result }) => {
      if (!complete || !result?.viewer) return;
      const ids = result.viewer.instagramConnections.map(({ id }) => id);
      // Not in the middle of telling the screens: those that are told later would miss the change.
      setTimeout(() => forget(ids), 0);
    },
  });
}
