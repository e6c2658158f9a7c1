import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { BusyButton } from '../../ui/busy-button';
import { useTimeZone } from '../account';
import { cancelConnectMutation } from './connection.queries';
import { Failure } from './failure';

/** Ends the connect that waits for Instagram; `onCancelled` finds the focus a place when this card goes. */
export function CancelConnecting({ onCancelled }: { onCancelled: () => void }) {
  const timeZone = useTimeZone();
  const [cancel, { loading }] = useMutation(cancelConnectMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    setFailure(null);
    try {
      await cancel();
      onCancelled();
    } catch (error) {
      setFailure(failureSentence(error, timeZone));
    }
  };
  return (
    <>
      <BusyButton busy={loading} busyLabel="Cancelling..." onClick={() => void press()}>
        Cancel connecting
      </BusyButton>
      <Failure>{failure}</Failure>
    </>
  );
}
