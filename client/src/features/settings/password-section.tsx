import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { ChangePasswordMutation } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError, fieldOfPath } from '../../ui/form-errors';
import {
  accountSentences,
  checkNewPassword,
  newPasswordRule,
  PasswordField,
  useFormCourse,
  useTimeZone,
  useViewer,
} from '../account';
import { changePasswordMutation } from './account-changes.queries';
import { Section } from './section';
import classes from './settings-form.module.css';

type Field = 'currentPassword' | 'newPassword';
type Refusal = ChangePasswordMutation['changePassword']['userErrors'][number];

const fields = ['currentPassword', 'newPassword'] as const satisfies readonly Field[];

function sentenceOf(error: Refusal): string {
  switch (error.__typename) {
    case 'PasswordWrong':
      return 'This is not your password. Nothing was changed.';
    case 'PasswordUnchanged':
      return 'This is the password you have now. Choose another.';
    case 'PasswordBreached':
      return accountSentences.passwordBreached;
    case 'PasswordTooShort':
      return accountSentences.passwordTooShort(error.minimumLength);
    case 'PasswordTooLong':
      return accountSentences.passwordTooLong(error.maximumLength);
    default:
      return error.message;
  }
}

function checkCurrent(password: string): FormError<Field> | null {
  return password === '' ? { field: 'currentPassword', sentence: accountSentences.passwordMissing } : null;
}

/** Another password: the one of now, the new one, and then every other browser is signed out. */
export function PasswordSection() {
  const { viewer } = useViewer();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [outcome, setOutcome] = useState('');
  const { busy, errors, attempt, submit, recheck } = useFormCourse<Field>(useTimeZone());
  const [changePassword] = useMutation(changePasswordMutation);
  const id = useId();
  const inputId = (field: Field) => `${id}-${field}`;

  const send = async () => {
    const input = { currentPassword: current, newPassword: next };
    const { data } = await changePassword({ variables: { input } });
    return (data?.changePassword.userErrors ?? []).map((error) => ({
      field: fieldOfPath(error.path, fields),
      sentence: sentenceOf(error),
    }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setOutcome('');
    const found = [checkCurrent(current), checkNewPassword(next, 'newPassword')].filter(
      (error) => error !== null,
    );
    void submit(found, send, () => {
      setCurrent('');
      setNext('');
      setOutcome('Your password is changed. Every other browser was signed out.');
    });
  };

  return (
    <Section id="password" title="Password">
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        {/* Password managers want to know whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={viewer?.email ?? ''} readOnly />
        <PasswordField
          id={inputId('currentPassword')}
          label="Current password"
          name="current-password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          onBlur={() => recheck('currentPassword', checkCurrent(current))}
          error={errorOf(errors, 'currentPassword')}
        />
        <PasswordField
          id={inputId('newPassword')}
          label="New password"
          name="new-password"
          autoComplete="new-password"
          description={newPasswordRule}
          value={next}
          onChange={setNext}
          onBlur={() => recheck('newPassword', checkNewPassword(next, 'newPassword'))}
          error={errorOf(errors, 'newPassword')}
        />
        <ErrorSummary errors={errors} attempt={attempt} inputId={inputId} />
        <Text c="dimmed">Changing it signs you out in every other browser.</Text>
        <div className={classes.buttons}>
          <BusyButton type="submit" busy={busy} busyLabel="Changing password...">
            Change password
          </BusyButton>
        </div>
      </form>
      <Text role="status" className={classes.outcome}>
        {outcome}
      </Text>
    </Section>
  );
}
