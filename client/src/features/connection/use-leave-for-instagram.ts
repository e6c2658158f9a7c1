import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import type { ConnectInstagramInput } from '../../gql/graphql';
import { leaveTo } from '../../lib/leave-to';
import { useTimeZone } from '../account';
import { connectInstagramMutation } from './connection.queries';

interface Leaving {
  leaving: boolean;
  /** Why one is still here; null while nothing went wrong. */
  failure: string | null;
  /** Begins a connect, in place of one that is open, and goes to Instagram. */
  go: () => Promise<void>;
}

/** The way to Instagram, to connect any account or to renew one connection. */
export function useLeaveForInstagram(input: ConnectInstagramInput): Leaving {
  const timeZone = useTimeZone();
  const [connect] = useMutation(connectInstagramMutation);
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  // The browser may keep this page and show it again as it was left; then one can press again.
  useEffect(() => {
    const reset = () => setLeaving(false);
    window.addEventListener('pageshow', reset);
    return () => window.removeEventListener('pageshow', reset);
  }, []);

  const go = async () => {
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
