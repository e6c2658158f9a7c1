import { ApolloClient } from '@apollo/client';
import { InMemoryCache } from '@apollo/client/cache';
import { ApolloLink } from '@apollo/client/link';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { tap } from 'rxjs';
import { markAnswered } from '../lib/connectivity';
import { errorCode } from './error-code';

/** The cache every screen shares; tests make their own with the same rules. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      DeletionStatus: { keyFields: ['confirmationCode'] },
      Service: { keyFields: [] },
      AnalyticsSync: { merge: true },
      TokenHealth: { merge: true },
      ConnectionEvidence: { merge: true },
      DataExport: { merge: true },
    },
  });
}

/**
 * The Apollo Client of the SPA: one GraphQL address on our own host, the session in its cookie.
 * @param onUnauthenticated called when an answer says that the session has ended.
 */
export function createClient(onUnauthenticated: () => void): ApolloClient {
  const signedOut = new ErrorLink(({ error }) => {
    if (errorCode(error) === 'UNAUTHENTICATED') onUnauthenticated();
  });
  // An answer that knows nobody shows nothing, so what is on screen is as old as before.
  const answered = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ data, errors = [] }) => {
        const refused = errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
        if (!refused && data?.viewer !== null) markAnswered();
      }),
    ),
  );
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  return new ApolloClient({
    link: ApolloLink.from([signedOut, answered, http]),
    cache: createCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
