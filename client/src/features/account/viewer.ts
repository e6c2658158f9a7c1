import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql';
import type { ViewerQuery } from '../../gql/graphql';

/** Who is signed in, and what the shell says about this installation. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      id
      email
      timeZone
    }
    service {
      sandboxUrl
      operatorName
      contactEmail
      instagramAppsUrl
    }
  }
`);

/** The signed-in account, as the shell needs it. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/**
 * Who is signed in; null when nobody is. A person once known is not asked for again, while "nobody" is
 * checked each time, as one may have signed in in another tab. Throws when the server does not answer.
 */
export async function loadViewer(client: ApolloClient): Promise<Viewer | null> {
  const known = client.readQuery({ query: viewerQuery })?.viewer;
  if (known) return known;
  const { data } = await client.query({ query: viewerQuery, fetchPolicy: 'network-only' });
  return data?.viewer ?? null;
}
