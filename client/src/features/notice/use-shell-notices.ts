import { useQuery } from '@apollo/client/react';
import { shellNoticesQuery } from './notice.queries';

const EVERY_MS = 60_000;

/** How many notices are new, and whether the address was confirmed; null while that is not known. */
export function useShellNotices(): { unseen: number; addressConfirmed: boolean | null } {
  const { data } = useQuery(shellNoticesQuery, { fetchPolicy: 'cache-and-network', pollInterval: EVERY_MS });
  return {
    unseen: data?.viewer?.unseenActivityCount ?? 0,
    addressConfirmed: data?.viewer?.emailVerified ?? null,
  };
}
