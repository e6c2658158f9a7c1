import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError } from '../../ui/form-errors';
import { accountSentences, PasswordField, useFormCourse, useTimeZone } from '../account';
import { confirmPasswordMutation } from './account-changes.queries';
import classes from './settings-form.module.css';

interface ConfirmPasswordFormProps {
  /** What happens next, as its button says it: "End session". */
  action: string;
  /** What a wrong password leaves as it was, in a sentence. */
  nothingDone: string;
  /** The password was right: go on. */
  onConfirmed: () => Promise<void>;
  onCancel: () => void;
}

function check(password: string): FormError<'password'> | null {
  return password === '' ? { field: 'password', sentence: accountSentences.passwordMissing } : null;
}

/** Asks for the password once more, before what an intruder would do first; has the focus as soon as it is there. */
export function ConfirmPasswordForm({
  action,
  nothingDone,
  onConfirmed,
  onCancel,
}: ConfirmPasswordFormProps) {
  const [password, setPassword] = useState('');
  const { busy, errors, attempt, submit, recheck } = useFormCourse<'password'>(useTimeZone());
  const [confirmPassword] = useMutation(confirmPasswordMutation);
  const id = useId();
  useEffect(() => document.getElementById(id)?.focus(), [id]);

  const send = async () => {
    const { data } = await confirmPassword({ variables: { input: { password } } });
    return (data?.confirmPassword.userErrors ?? []).map((error) =>
      error.__typename === 'PasswordWrong'
        ? { field: 'password' as const, sentence: `This is not your password. ${nothingDone}` }
        : { field: null, sentence: error.message },
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = check(password);
    void submit(found === null ? [] : [found], send, onConfirmed);
  };

  return (
    <form className={classes.form} noValidate onSubmit={onSubmit} aria-label="Your password once more">
      <Text>Type your password, to show that it is you. Then it is not asked again for five minutes.</Text>
      <PasswordField
        id={id}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        onBlur={() => recheck('password', check(password))}
        error={errorOf(errors, 'password')}
      />
      <ErrorSummary errors={errors} attempt={attempt} inputId={() => id} />
      <div className={classes.buttons}>
        <BusyButton type="submit" variant="filled" busy={busy} busyLabel="Checking password...">
          {action}
        </BusyButton>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
