import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { BusyButton } from '../../ui/busy-button';
import classes from './confirm-address-line.module.css';
import { sendConfirmationMailMutation } from './notice.queries';

interface ConfirmAddressLineProps {
  email: string;
  timeZone: string;
}

/** While an address is not confirmed: says what that means, and sends the link again. */
export function ConfirmAddressLine({ email, timeZone }: ConfirmAddressLineProps) {
  const [send, { loading }] = useMutation(sendConfirmationMailMutation);
  const [outcome, setOutcome] = useState('');
  const again = async () => {
    try {
      const { data } = await send();
      const [refusal] = data?.sendConfirmationMail.userErrors ?? [];
      setOutcome(refusal?.message ?? 'The mail is on its way. Its link works for 30 minutes.');
    } catch (error) {
      setOutcome(failureSentence(error, timeZone));
    }
  };
  return (
    <aside aria-label="Your address" className={classes.line}>
      <span>
        Confirm your address to be told by mail when a connection needs you: open the link that we sent to{' '}
        <strong className={classes.email}>{email}</strong>.
      </span>
      <BusyButton size="compact-sm" busy={loading} busyLabel="Sending..." onClick={() => void again()}>
        Send the link again
      </BusyButton>
      <span role="status">{outcome}</span>
    </aside>
  );
}
