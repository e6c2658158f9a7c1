import { useMutation } from '@apollo/client/react';
import { Button, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { errorCode } from '../../../apollo/error-code';
import { failureSentence } from '../../../apollo/failure-sentence';
import { connectPath } from '../../../app/paths';
import type { Clock } from '../../../lib/clock';
import { formatFullMoment, formatMoment } from '../../../lib/format-time';
import { BusyButton } from '../../../ui/busy-button';
import { Card } from '../../../ui/card';
import { IconCircleCheck, IconHourglass } from '../../../ui/icons';
import { Notice } from '../../../ui/notice';
import { StatusPill } from '../../../ui/status-pill';
import classes from '../connection-card.module.css';
import { type TransferRequest, withdrawTransferMutation } from './transfer.queries';

interface TransferRequestsProps {
  requests: readonly TransferRequest[];
  clock: Clock;
  /** Fetches the screen's own data again. */
  reload: () => Promise<unknown>;
}

/** A card for each Instagram account that this account asked for; nothing while there is none. */
export function TransferRequests({ requests, clock, reload }: TransferRequestsProps) {
  return requests.map((request) => (
    <TransferRequestCard key={request.id} request={request} clock={clock} reload={reload} />
  ));
}

interface CardProps {
  request: TransferRequest;
  clock: Clock;
  reload: () => Promise<unknown>;
}

function TransferRequestCard({ request, clock, reload }: CardProps) {
  const headingId = useId();
  const [withdraw, { loading }] = useMutation(withdrawTransferMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const { id, username, state } = request;
  const ready = state === 'READY';

  const takeBack = async () => {
    setFailure(null);
    try {
      await withdraw({ variables: { input: { transferRequestId: id } } });
    } catch (error) {
      if (errorCode(error) !== 'NOT_FOUND') return setFailure(failureSentence(error, clock.timeZone));
    }
    await reload().catch(() => undefined);
    document.querySelector<HTMLElement>('h1')?.focus();
  };

  return (
    <Card aria-labelledby={headingId}>
      <div className={classes.head}>
        <Title order={2} id={headingId} className={classes.handle}>
          @{username}
        </Title>
        <StatusPill tone={ready ? 'warning' : 'neutral'} icon={ready ? IconCircleCheck : IconHourglass}>
          {ready ? 'Can be connected now' : 'Asked for'}
        </StatusPill>
      </div>
      <p className={classes.sentence}>
        {ready ? readySentence(request, clock) : askedSentence(request, clock)}
      </p>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className={classes.actions}>
        {ready && (
          <Button component={Link} to={connectPath()} variant="filled">
            {`Connect @${username}`}
          </Button>
        )}
        <BusyButton
          variant="default"
          busy={loading}
          busyLabel="Withdrawing..."
          onClick={() => void takeBack()}
        >
          Withdraw request
        </BusyButton>
      </div>
    </Card>
  );
}

function askedSentence({ askedAt, answerDueAt }: TransferRequest, { timeZone, now }: Clock): string {
  const asked = formatMoment(new Date(askedAt), timeZone, now);
  const until = formatFullMoment(new Date(answerDueAt), timeZone);
  return `You asked for it on ${asked}. Whoever holds it can answer until ${until}. Without an answer you can connect it from then on. We tell you either way.`;
}

function readySentence({ endsAt }: TransferRequest, { timeZone }: Clock): string {
  const until = formatFullMoment(new Date(endsAt), timeZone);
  return `Nobody answered, or nobody holds it any more. Connect it until ${until}, signed in to it at Instagram; then it moves here, with an empty history. After that the request ends.`;
}
