import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import type { ConnectInstagramInput } from '../../gql/graphql';
import { leaveTo } from '../../lib/leave-to';
import { connectInstagramMutation } from './connection.queries';

interface Going {
  /** True from the press until the browser leaves. */
  leaving: boolean;
  /** Why the last try failed; null before one did. */
  failure: string | null;
  go: (input: ConnectInstagramInput) => Promise<void>;
}

/**
 * Begins a connect and leaves for Instagram.
 * @param timeZone for the time in "try again from".
 */
export function useGoToInstagram(timeZone: string): Going {
  const [connect] = useMutation(connectInstagramMutation);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  // The browser may keep this page and show it again as it was left; then one can press again.
  useEffect(() => {
    const reset = () => setLeaving(false);
    window.addEventListener('pageshow', reset);
    return () => window.removeEventListener('pageshow', reset);
  }, []);

  const go = async (input: ConnectInstagramInput) => {
    setLeaving(true);
    setFailure(null);
    try {
      const { data } = await connect({ variables: { input } });
      const url = data?.connectInstagram.authorizationUrl;
      if (url) return leaveTo(url);
      setFailure(
        data?.connectInstagram.userErrors[0]?.message ?? 'The server gave no way to Instagram. Try again.',
      );
    } catch (error) {
      setFailure(failureSentence(error, timeZone));
    }
    setLeaving(false);
  };

  return { leaving, failure, go };
}
