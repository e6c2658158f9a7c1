import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { errorCode } from '../../../apollo/error-code';
import { failureSentence } from '../../../apollo/failure-sentence';
import type { Clock } from '../../../lib/clock';
import { formatFullMoment, formatMoment } from '../../../lib/format-time';
import { BusyButton } from '../../../ui/busy-button';
import { Notice } from '../../../ui/notice';
import type { CardConnection } from '../connection.queries';
import classes from '../connection-card.module.css';
import { type ConnectionTransfer, keepConnectionMutation } from './transfer.queries';

const ReleaseDialog = lazy(() =>
  import('./transfer-release-dialog').then((module) => ({ default: module.ReleaseDialog })),
);

interface TransferQuestionProps {
  connection: Pick<CardConnection, 'id' | 'username' | 'analyticsSync' | 'transfer'>;
  clock: Clock;
  /** Fetches the screen's own data again. */
  reload: () => Promise<unknown>;
}

/** On the card of a connection that somebody asks for: what is asked, until when, and the two answers. */
export function TransferQuestion({ connection, clock, reload }: TransferQuestionProps) {
  const [keep, { loading }] = useMutation(keepConnectionMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const [releasing, setReleasing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { id, username, transfer } = connection;
  if (transfer === null) return null;

  const focusCard = () =>
    document.querySelector<HTMLElement>(`[data-connection="${CSS.escape(id)}"]`)?.focus();
  const answer = async () => {
    setFailure(null);
    try {
      const { data } = await keep({ variables: { input: { connectionId: id } } });
      const refusal = data?.keepConnection.userErrors[0];
      if (refusal !== undefined) {
        setFailure(refusal.message);
        return void (await reload().catch(() => undefined));
      }
      focusCard();
    } catch (error) {
      // Gone already: the screen shows what became of it.
      if (errorCode(error) === 'NOT_FOUND') return void (await reload().catch(() => undefined));
      setFailure(failureSentence(error, clock.timeZone));
    }
  };
  const close = () => {
    setReleasing(false);
    // After the dialog has let go of focus.
    setTimeout(() => opener.current?.focus(), 0);
  };

  return (
    <Notice tone="warning">
      <p>{questionOf(username, transfer, clock)}</p>
      <p>None of your data goes to them, and they are not told who you are.</p>
      {failure !== null && <p role="alert">{failure}</p>}
      <div className={classes.actions}>
        {!transfer.overdue && (
          <BusyButton variant="filled" busy={loading} busyLabel="Keeping..." onClick={() => void answer()}>
            {`Keep @${username} here`}
          </BusyButton>
        )}
        <Button ref={opener} c="danger" onClick={() => setReleasing(true)}>
          {`Release @${username}`}
        </Button>
      </div>
      {releasing && (
        <Suspense>
          <ReleaseDialog connection={connection} timeZone={clock.timeZone} onClose={close} reload={reload} />
        </Suspense>
      )}
    </Notice>
  );
}

/** What is asked and what happens without an answer; once the time is over, what can still happen. */
function questionOf(
  username: string,
  { askedAt, answerDueAt, overdue, endsAt }: ConnectionTransfer,
  { timeZone, now }: Clock,
): string {
  const ends = formatFullMoment(new Date(answerDueAt), timeZone);
  if (overdue) {
    const until = formatFullMoment(new Date(endsAt), timeZone);
    return `Somebody asked for @${username}, and the time to answer ended ${ends}. If they connect it until ${until}, it moves: this connection is then disconnected, with a receipt. If they do not, it stays.`;
  }
  const asked = formatMoment(new Date(askedAt), timeZone, now);
  return `On ${asked} somebody signed in to @${username} at Instagram and asked to connect it to another SocioGenie account. Answer until ${ends}. Without an answer it moves when they connect it: this connection is then disconnected and its data deleted, with a receipt.`;
}
