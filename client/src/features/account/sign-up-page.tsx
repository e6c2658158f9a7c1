import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf } from '../../ui/form-errors';
import { TextLink } from '../../ui/text-link';
import { useDocumentTitle } from '../../ui/use-document-title';
import { signUpMutation } from './account.queries';
import { EmailField, PasswordField } from './account-fields';
import classes from './account-fields.module.css';
import { accountFormErrors } from './account-user-errors';
import { AuthPage } from './auth-page';
import { type AccountField, checkEmail, checkNewPassword, newPasswordRule } from './check-account-fields';
import { TimeZoneField } from './time-zone-field';
import { useEnter } from './use-enter';

/** Make an account; the time zone is the browser's until changed, and kept as chosen. */
export function SignUpPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [timeZone, setTimeZone] = useState(browserTimeZone);
  const { busy, errors, attempt, submit, recheck } = useEnter();
  const [signUp] = useMutation(signUpMutation);
  const [searchParams] = useSearchParams();
  const id = useId();
  const inputId = (field: AccountField) => `${id}-${field}`;
  useDocumentTitle('Create an account', errors.length > 0);

  const send = async () => {
    const { data } = await signUp({ variables: { input: { email, password, timeZone } } });
    return accountFormErrors(data?.signUp.userErrors ?? []);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = [checkEmail(email), checkNewPassword(password, 'password')].filter(
      (error) => error !== null,
    );
    void submit(found, send);
  };

  return (
    <AuthPage title="Create an account">
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        <EmailField
          id={inputId('email')}
          value={email}
          onChange={setEmail}
          onBlur={() => recheck('email', checkEmail(email))}
          error={errorOf(errors, 'email')}
        />
        <PasswordField
          id={inputId('password')}
          autoComplete="new-password"
          description={newPasswordRule}
          value={password}
          onChange={setPassword}
          onBlur={() => recheck('password', checkNewPassword(password, 'password'))}
          error={errorOf(errors, 'password')}
        />
        <TimeZoneField
          id={inputId('timeZone')}
          value={timeZone}
          onChange={setTimeZone}
          error={errorOf(errors, 'timeZone')}
        />
        <ErrorSummary errors={errors} attempt={attempt} inputId={inputId} />
        <BusyButton type="submit" variant="filled" busy={busy} busyLabel="Creating account...">
          Create account
        </BusyButton>
      </form>
      <Text>
        Already here?{' '}
        <TextLink to={{ pathname: paths.signIn, search: String(searchParams) }}>Sign in</TextLink>
      </Text>
    </AuthPage>
  );
}
