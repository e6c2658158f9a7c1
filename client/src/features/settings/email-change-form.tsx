import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { ChangeEmailMutation } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError, fieldOfPath } from '../../ui/form-errors';
import { accountSentences, checkEmail, EmailField, useFormCourse, useTimeZone } from '../account';
import { ConfirmPasswordForm } from './confirm-password-form';
import { changeEmailMutation } from './email-change.queries';
import classes from './settings-form.module.css';

interface EmailChangeFormProps {
  /** Whether the address of now was confirmed: only then is it told of the change. */
  confirmed: boolean;
  /** A mail is on its way to the address. */
  onAsked: (email: string) => void;
  onCancel: () => void;
}

type Refusal = ChangeEmailMutation['changeEmail']['userErrors'][number];

function sentenceOf(error: Refusal): string {
  switch (error.__typename) {
    case 'EmailInvalid':
      return accountSentences.emailInvalid;
    case 'EmailUnchanged':
      return 'This is the address that you have now. Enter another one.';
    default:
      return error.message;
  }
}

const refusalsOf = (errors: readonly Refusal[]): FormError<'email'>[] =>
  errors.map((error) => ({ field: fieldOfPath(error.path, ['email']), sentence: sentenceOf(error) }));

/** Asks for the new address, and for the password where it was typed too long ago. Says the same for every address. */
export function EmailChangeForm({ confirmed, onAsked, onCancel }: EmailChangeFormProps) {
  const [email, setEmail] = useState('');
  const [passwordNeeded, setPasswordNeeded] = useState(false);
  const { busy, errors, attempt, submit, recheck } = useFormCourse<'email'>(useTimeZone());
  const [changeEmail] = useMutation(changeEmailMutation);
  const id = useId();
  useEffect(() => {
    if (!passwordNeeded) document.getElementById(id)?.focus();
  }, [id, passwordNeeded]);

  const ask = async () => {
    let needed = false;
    const send = async () => {
      const { data } = await changeEmail({ variables: { input: { email } } });
      const refused = data?.changeEmail.userErrors ?? [];
      needed = refused.some(({ __typename }) => __typename === 'PasswordNeeded');
      return needed ? [] : refusalsOf(refused);
    };
    const found = checkEmail(email);
    await submit(found === null ? [] : [found], send, () => {
      setPasswordNeeded(needed);
      if (!needed) onAsked(email.trim());
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void ask();
  };

  if (passwordNeeded) {
    return (
      <ConfirmPasswordForm
        action="Mail me a link"
        nothingDone="Your address was not changed."
        onConfirmed={async () => {
          setPasswordNeeded(false);
          await ask();
        }}
        onCancel={() => setPasswordNeeded(false)}
      />
    );
  }
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit} aria-label="Change email address">
      <EmailField
        id={id}
        label="New email"
        autoComplete="email"
        description="We mail a link there. Your address changes when you open it."
        value={email}
        onChange={setEmail}
        onBlur={() => recheck('email', checkEmail(email))}
        error={errorOf(errors, 'email')}
      />
      <ErrorSummary errors={errors} attempt={attempt} inputId={() => id} />
      <Text c="dimmed">
        {confirmed && 'Your present address gets a mail about the change. '}
        Links that we mailed to your present address end with it.
      </Text>
      <div className={classes.buttons}>
        <BusyButton type="submit" variant="filled" busy={busy} busyLabel="Asking...">
          Mail me a link
        </BusyButton>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
