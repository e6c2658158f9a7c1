import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { failureSentence } from '../../../apollo/failure-sentence';
import { formatFullMoment } from '../../../lib/format-time';
import { BusyButton } from '../../../ui/busy-button';
import { useTimeZone } from '../../account';
import { integrationsQuery } from '../connection.queries';
import { askForTransferMutation } from './transfer.queries';

/** What one can do about an Instagram account that is held elsewhere: ask for it, with what asking means. */
export function TransferOffer({ proof }: { proof: string }) {
  const timeZone = useTimeZone();
  const [ask, { loading }] = useMutation(askForTransferMutation, {
    refetchQueries: [integrationsQuery],
    awaitRefetchQueries: true,
  });
  const [said, setSaid] = useState<{ words: string; done: boolean } | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  // The button is gone then, and the focus with it.
  useEffect(() => {
    if (said?.done === true) line.current?.focus();
  }, [said]);

  const send = async () => {
    setSaid(null);
    try {
      const { data } = await ask({ variables: { input: { proof } } });
      const refusal = data?.askForTransfer.userErrors[0];
      if (refusal !== undefined) {
        const from =
          refusal.__typename === 'TransferTooSoon'
            ? ` You can from ${formatFullMoment(new Date(refusal.retryAt), timeZone)}.`
            : '';
        return setSaid({ words: `${refusal.message}${from}`, done: false });
      }
      const made = data?.askForTransfer.transferRequest;
      const until = made
        ? ` The time to answer ends ${formatFullMoment(new Date(made.answerDueAt), timeZone)}.`
        : '';
      setSaid({ words: `Asked. How far it is stands below.${until}`, done: true });
    } catch (error) {
      setSaid({ words: failureSentence(error, timeZone), done: false });
    }
  };

  if (said?.done === true)
    return (
      <p ref={line} tabIndex={-1} role="status">
        {said.words}
      </p>
    );
  return (
    <>
      <p>
        If it is held in another SocioGenie account, you can ask for it. Whoever holds it is told, without
        your name, and has 72 hours to keep it or to let it go. If nobody answers, it moves when you connect
        it again. You begin with an empty history; what is stored there is deleted, and none of it comes here.
      </p>
      <p>
        <BusyButton variant="default" busy={loading} busyLabel="Asking..." onClick={() => void send()}>
          Ask for it to be moved here
        </BusyButton>
      </p>
      {said !== null && <p role="alert">{said.words}</p>}
    </>
  );
}
