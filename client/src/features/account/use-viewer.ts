import { useQuery } from '@apollo/client/react';
import type { ViewerQuery } from '../../gql/graphql';
import { viewerQuery } from './viewer';

/** What the shell's query knows; undefined parts only between a sign-out and the next screen. */
export function useViewer(): Partial<ViewerQuery> {
  const { data } = useQuery(viewerQuery, { fetchPolicy: 'cache-first' });
  return data ?? {};
}

/** The clock that times on screen follow: the account's own. */
export function useTimeZone(): string {
  return useViewer().viewer?.timeZone ?? 'UTC';
}
