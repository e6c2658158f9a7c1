import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Facts } from '../../ui/facts';
import type { ShownAddress } from './email-change.queries';
import { EmailChangeForm } from './email-change-form';
import { PendingEmail } from './pending-email';
import classes from './settings-form.module.css';

interface EmailAddressProps {
  address: ShownAddress;
  /** Whether a change waits for its link. */
  onWaiting: (waits: boolean) => void;
}

/** The address of the account: as it is, being changed here, or waiting for the link that was mailed to the new one. */
export function EmailAddress({ address, onWaiting }: EmailAddressProps) {
  const { email, emailVerified, pendingEmailChange: pending } = address;
  const [changing, setChanging] = useState(false);
  const [outcome, setOutcome] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const waits = pending !== null;
  const before = useRef(email);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is called is another one each time, and does the same.
  useEffect(() => onWaiting(waits), [waits]);
  useEffect(() => {
    if (before.current === email) return;
    before.current = email;
    setOutcome(`Your address is ${email} now. Sign in with it from now on.`);
  }, [email]);

  const close = (said: string) => {
    setChanging(false);
    setOutcome(said);
    // The button is there again after this.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <Facts wide>
        <Facts.Item label="Email">{email}</Facts.Item>
        <Facts.Item label="Confirmed">
          {emailVerified
            ? 'Yes'
            : 'Not yet: until you open the link that we sent, nothing else is mailed there'}
        </Facts.Item>
      </Facts>
      {pending !== null && (
        <PendingEmail
          pending={pending}
          current={email}
          onCancelled={() => close('The change is cancelled.')}
        />
      )}
      {changing ? (
        <EmailChangeForm
          confirmed={emailVerified}
          onAsked={(to) => close(`A mail is on its way to ${to}.`)}
          onCancel={() => close('')}
        />
      ) : (
        <div className={classes.buttons}>
          <Button
            ref={button}
            onClick={() => {
              setOutcome('');
              setChanging(true);
            }}
          >
            {waits ? 'Change to another address' : 'Change email address'}
          </Button>
        </div>
      )}
      <Text role="status" className={classes.outcome}>
        {outcome}
      </Text>
    </>
  );
}
