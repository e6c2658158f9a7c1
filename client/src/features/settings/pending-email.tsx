import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { formatMoment } from '../../lib/format-time';
import { BusyButton } from '../../ui/busy-button';
import { Notice } from '../../ui/notice';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { useTimeZone } from '../account';
import { cancelEmailChangeMutation, type ShownAddress } from './email-change.queries';
import classes from './settings-form.module.css';

interface PendingEmailProps {
  pending: NonNullable<ShownAddress['pendingEmailChange']>;
  /** The address until then. */
  current: string;
  onCancelled: () => void;
}

/** A change that waits for the link in the new mailbox: until when, what holds meanwhile, and the way back. */
export function PendingEmail({ pending, current, onCancelled }: PendingEmailProps) {
  const timeZone = useTimeZone();
  const now = useNow();
  const [cancel, { loading }] = useMutation(cancelEmailChangeMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const ends = new Date(pending.expiresAt);
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
    <Notice tone={ends > now ? 'info' : 'warning'}>
      {ends > now ? (
        <>
          <Text fw={600}>Open the link in {pending.email}</Text>
          <Text>
            We mailed it there. It works once, until{' '}
            <Time at={pending.expiresAt}>{formatMoment(ends, timeZone, now)}</Time>. Until you open it you
            sign in with {current}, and that is where mails go.
          </Text>
        </>
      ) : (
        <Text>The link to {pending.email} is too old now. Your address was not changed.</Text>
      )}
      {failure !== null && <Text role="alert">{failure}</Text>}
      <div className={classes.buttons}>
        <BusyButton mt="sm" busy={loading} busyLabel="Cancelling..." onClick={() => void press()}>
          Cancel the change
        </BusyButton>
      </div>
    </Notice>
  );
}
