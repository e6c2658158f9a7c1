import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { paths } from '../../app/paths';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError } from '../../ui/form-errors';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { useDocumentTitle } from '../../ui/use-document-title';
import { signInMutation } from './account.queries';
import { EmailField, PasswordField } from './account-fields';
import classes from './account-fields.module.css';
import { accountFormErrors } from './account-user-errors';
import { AuthPage } from './auth-page';
import { type AccountField, accountSentences, checkEmail } from './check-account-fields';
import { useEnter } from './use-enter';

function checkPassword(password: string): FormError<AccountField> | null {
  return password === '' ? { field: 'password', sentence: accountSentences.passwordMissing } : null;
}

/** Sign in with email and password, then go on to where one wanted to be. */
export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, errors, attempt, submit, recheck } = useEnter();
  const [signIn] = useMutation(signInMutation);
  const [searchParams] = useSearchParams();
  const { state } = useLocation();
  const id = useId();
  const inputId = (field: AccountField) => `${id}-${field}`;
  useDocumentTitle('Sign in', errors.length > 0);

  const send = async () => {
    const { data } = await signIn({ variables: { input: { email, password } } });
    return accountFormErrors(data?.signIn.userErrors ?? []);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = [checkEmail(email), checkPassword(password)].filter((error) => error !== null);
    void submit(found, send);
  };

  return (
    <AuthPage title="Sign in to SocioGenie">
      {state?.reason === 'session-idle' && (
        <Notice tone="info" role="status">
          You were signed out after a day without use. Sign in to go back to where you were.
        </Notice>
      )}
      {state?.reason === 'session-ended' && (
        <Notice tone="info" role="status">
          Your session is over: it was ended from another browser, or its time was up. Sign in to go back to
          where you were.
        </Notice>
      )}
      {state?.reason === 'account-deleted' && (
        <Notice tone="info" role="status">
          The account was deleted in another window; the confirmation code is shown there.
        </Notice>
      )}
      {state?.reason === 'password-changed' && (
        <Notice tone="success" role="status">
          Your password is changed and every session was ended. Sign in with the new one.
        </Notice>
      )}
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
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          onBlur={() => recheck('password', checkPassword(password))}
          error={errorOf(errors, 'password')}
        />
        <ErrorSummary errors={errors} attempt={attempt} inputId={inputId} />
        <BusyButton type="submit" variant="filled" busy={busy} busyLabel="Signing in...">
          Sign in
        </BusyButton>
      </form>
      <TextLink to={paths.resetPassword}>Forgot your password?</TextLink>
      <Text>
        New here?{' '}
        <TextLink to={{ pathname: paths.signUp, search: String(searchParams) }}>Create an account</TextLink>
      </Text>
    </AuthPage>
  );
}
