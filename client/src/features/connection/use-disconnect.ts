import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { errorCode } from '../../apollo/error-code';
import { failureSentence } from '../../apollo/failure-sentence';
import {
  type CardConnection,
  disconnectCountsQuery,
  disconnectInstagramMutation,
} from './connection.queries';

/** What the dialog needs to know, gathered before it opens. */
export interface DisconnectTarget {
  id: string;
  username: string;
  /** False once the app was removed at Instagram: the access key is gone already. */
  hasAccessKey: boolean;
  /** Days of analytics held; null when they could not be counted. */
  storedDays: number | null;
}

/** Fetches the dialog's code; kept out of the first visit, because most visits never open it. */
export const loadDisconnectDialog = () => import('./disconnect-dialog');

/** How long the dialog waits for its counts before it opens and says that they are not known. */
const countingPatienceMs = 3000;

interface Disconnect {
  /** The connection whose dialog is open. */
  target: DisconnectTarget | null;
  /** The id of the connection that is being counted before its dialog opens. */
  countingId: string | null;
  /** True from the first question on: until then the dialog need not exist. */
  everAsked: boolean;
  busy: boolean;
  failure: string | null;
  /** The deletion that this person started last: its code, and the handle until `forgetHandle`. */
  started: { code: string; handle: string | null } | null;
  /** Gathers what the dialog needs, then opens it; `opener` gets the focus back. */
  ask: (connection: CardConnection, opener: HTMLElement) => Promise<void>;
  cancel: () => void;
  confirm: () => Promise<void>;
  forgetHandle: () => void;
}

/**
 * The course of disconnecting: count, ask, do, and then let the screen show the deletion.
 * @param reload fetches the screen's own data again and resolves when it is there.
 * @param timeZone for the time in "try again from".
 */
export function useDisconnect(reload: () => Promise<unknown>, timeZone: string): Disconnect {
  const client = useApolloClient();
  const [disconnect, { loading }] = useMutation(disconnectInstagramMutation);
  const [target, setTarget] = useState<DisconnectTarget | null>(null);
  const [countingId, setCountingId] = useState<string | null>(null);
  const [everAsked, setEverAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [started, setStarted] = useState<Disconnect['started']>(null);

  const opener = useRef<HTMLElement | null>(null);

  const count = async (id: string): Promise<number | null> => {
    const asked = client
      .query({ query: disconnectCountsQuery, variables: { id }, fetchPolicy: 'network-only' })
      .then(({ data }) => data?.viewer?.instagramConnection?.analyticsSync.storedDays ?? null)
      .catch(() => null);
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), countingPatienceMs));
    return await Promise.race([asked, patience]);
  };

  const ask: Disconnect['ask'] = async ({ id, username, status }, button) => {
    opener.current = button;
    setEverAsked(true);
    setFailure(null);
    setCountingId(id);
    const [storedDays] = await Promise.all([count(id), loadDisconnectDialog()]);
    setCountingId(null);
    setTarget({ id, username, hasAccessKey: status !== 'DEAUTHORIZED', storedDays });
  };

  const cancel = () => {
    if (loading) return;
    setTarget(null);
    // After the dialog has let go of focus.
    setTimeout(() => opener.current?.focus(), 0);
  };

  const confirm = async () => {
    if (target === null) return;
    setFailure(null);
    try {
      const { data } = await disconnect({ variables: { input: { connectionId: target.id } } });
      const refusal = data?.disconnectInstagram.userErrors[0];
      if (refusal !== undefined) return setFailure(refusal.message);
      const code = data?.disconnectInstagram.deletionStatus?.confirmationCode;
      await reload().catch(() => undefined);
      if (code !== undefined) setStarted({ code, handle: target.username });
      setTarget(null);
    } catch (error) {
      // Gone already, by another tab or by a request from Instagram: the screen shows what became of it.
      if (errorCode(error) === 'NOT_FOUND') {
        await reload().catch(() => undefined);
        return setTarget(null);
      }
      setFailure(failureSentence(error, timeZone));
    }
  };

  const forgetHandle = useCallback(
    () =>
      setStarted((before) =>
        before === null || before.handle === null ? before : { ...before, handle: null },
      ),
    [],
  );

  return {
    target,
    everAsked,
    countingId,
    busy: loading,
    failure,
    started,
    ask,
    cancel,
    confirm,
    forgetHandle,
  };
}
