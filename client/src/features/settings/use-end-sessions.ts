import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { deviceWords } from './device-words';
import { endOtherSessionsMutation, endSessionMutation, type ShownSession } from './sessions.queries';

/** What is to end: one session, or all others. */
export type Ending = ShownSession | 'others';

interface EndSessions {
  /** What waits for the password; null while nothing does. */
  asking: Ending | null;
  /** What is being ended now. */
  busy: Ending | null;
  /** What came of the last press, when it was not that something ended. */
  failure: string | null;
  /** What ended last, for everybody to read and hear. */
  outcome: string;
  /** Ends it, or asks for the password first; `opener` gets the focus back when that is cancelled. */
  end: (ending: Ending, opener: HTMLElement) => Promise<void>;
  /** The password was right. */
  goOn: () => Promise<void>;
  cancel: () => void;
}

/**
 * The course of ending sessions: press, perhaps the password, gone.
 * @param timeZone for the time in "try again from".
 * @param onEnded the button that was pressed is gone: put the focus elsewhere.
 */
export function useEndSessions(timeZone: string, onEnded: () => void): EndSessions {
  const [endOne] = useMutation(endSessionMutation);
  const [endOthers] = useMutation(endOtherSessionsMutation);
  const [asking, setAsking] = useState<Ending | null>(null);
  const [busy, setBusy] = useState<Ending | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [outcome, setOutcome] = useState('');
  const opener = useRef<HTMLElement | null>(null);

  const send = async (ending: Ending) => {
    if (ending === 'others') return (await endOthers()).data?.endOtherSessions.userErrors ?? [];
    const { data } = await endOne({ variables: { input: { sessionId: ending.id } } });
    return data?.endSession.userErrors ?? [];
  };

  const attempt = async (ending: Ending): Promise<void> => {
    setFailure(null);
    setOutcome('');
    setBusy(ending);
    try {
      const [refusal] = await send(ending);
      setAsking(refusal?.__typename === 'PasswordNeeded' ? ending : null);
      if (refusal?.__typename === 'PasswordNeeded') return;
      if (refusal !== undefined) return setFailure(refusal.message);
      setOutcome(
        ending === 'others'
          ? 'Every other browser was signed out.'
          : `Ended: ${deviceWords(ending.device)} is signed out.`,
      );
      onEnded();
    } catch (error) {
      setAsking(null);
      setFailure(failureSentence(error, timeZone));
    } finally {
      setBusy(null);
    }
  };

  return {
    asking,
    busy,
    failure,
    outcome,
    end: (ending, button) => {
      opener.current = button;
      return attempt(ending);
    },
    goOn: async () => {
      if (asking !== null) await attempt(asking);
    },
    cancel: () => {
      setAsking(null);
      opener.current?.focus();
    },
  };
}
