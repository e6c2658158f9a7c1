import { useApolloClient, useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { failureSentence } from '../../../apollo/failure-sentence';
import type { CheckConnectionMutation } from '../../../gql/graphql';
import { formatClock } from '../../../lib/format-time';
import { useAnnounce } from '../../../ui/live-regions';
import { useTimeZone } from '../../account';
import { checkConnectionMutation, newestCheckQuery } from '../connection.queries';
import { checkedSentence } from './check-words';

/** How often, and for how long, one asks whether the answer is there. */
const asksEveryMs = 1000;
const patienceMs = 30_000;

interface CheckNow {
  checking: boolean;
  /** What came of the last press; null before. */
  sentence: string | null;
  check: () => Promise<void>;
}

/**
 * The course of "Check now": asks for a check, waits until Instagram's answer is there, says it on screen and aloud. `onGone`
 * finds the focus a place when the answer takes the button off the card.
 */
export function useCheckNow(connectionId: string, onGone: () => void): CheckNow {
  const client = useApolloClient();
  const timeZone = useTimeZone();
  const announce = useAnnounce();
  const [ask] = useMutation(checkConnectionMutation);
  const [checking, setChecking] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const newest = async () => {
    const variables = { id: connectionId };
    const { data } = await client.query({ query: newestCheckQuery, variables, fetchPolicy: 'network-only' });
    const connection = data?.viewer?.instagramConnection;
    const check = connection?.newestCheck[0];
    return check === undefined ? null : { ...check, confirmed: connection?.statusEvidence.kind === 'CHECK' };
  };

  const answer = async (): Promise<string> => {
    const before = await newest();
    const { data } = await ask({ variables: { input: { connectionId } } });
    const refusal = data?.checkConnection.userErrors[0];
    if (refusal !== undefined) return refusalSentence(refusal, timeZone);
    const giveUpAt = Date.now() + patienceMs;
    while (here.current && Date.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, asksEveryMs));
      const after = await newest();
      if (after === null || after.askedAt === before?.askedAt) continue;
      await client.refetchQueries({ include: 'active' });
      return checkedSentence(after.outcome, formatClock(new Date(after.askedAt), timeZone), after.confirmed);
    }
    return 'The check takes longer than usual. Its outcome will stand under Show details.';
  };

  const check = async () => {
    setChecking(true);
    setSentence(null);
    const said = await answer().catch((error: unknown) => failureSentence(error, timeZone));
    if (!here.current) {
      if (document.activeElement === document.body) onGone();
      return;
    }
    setChecking(false);
    setSentence(said);
    announce(said);
  };

  return { checking, sentence, check };
}

type Refusal = CheckConnectionMutation['checkConnection']['userErrors'][number];

function refusalSentence(refusal: Refusal, timeZone: string): string {
  switch (refusal.__typename) {
    case 'CheckTooSoon':
      return `This connection was checked a moment ago. You can check again from ${formatClock(new Date(refusal.retryAt), timeZone)}.`;
    case 'ReconnectNeeded':
      return 'There is no access left that could be checked. Reconnect first.';
    default:
      return refusal.message;
  }
}
