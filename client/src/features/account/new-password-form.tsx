import { useApolloClient, useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError } from '../../ui/form-errors';
import { useDocumentTitle } from '../../ui/use-document-title';
import { PasswordField } from './account-fields';
import classes from './account-fields.module.css';
import { accountFormErrors } from './account-user-errors';
import { AuthPage } from './auth-page';
import { type AccountField, checkNewPassword, newPasswordRule } from './check-account-fields';
import { resetPasswordMutation } from './mailed-link.queries';

interface NewPasswordFormProps {
  token: string;
  /** The link turned out to be used or too old. */
  onLinkNotGood: () => void;
}

/** Router state by which the sign-in page knows that a new password was chosen. */
export const passwordChanged = { reason: 'password-changed' } as const;

/** Chooses a new password by a mailed link, then leads to sign-in. */
export function NewPasswordForm({ token, onLinkNotGood }: NewPasswordFormProps) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FormError<AccountField>[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [reset, { loading }] = useMutation(resetPasswordMutation);
  const id = useId();
  useDocumentTitle('Choose a new password', errors.length > 0);

  const refuse = (refusals: readonly FormError<AccountField>[]) => {
    setErrors(refusals);
    setAttempt((before) => before + 1);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const found = checkNewPassword(password, 'password');
    refuse(found === null ? [] : [found]);
    if (found !== null) return;
    try {
      const { data } = await reset({ variables: { input: { token, password } } });
      const refused = data?.resetPassword.userErrors ?? [];
      if (refused.some(({ __typename }) => __typename === 'LinkNotGood')) return onLinkNotGood();
      refuse(accountFormErrors(refused));
      if (refused.length > 0) return;
      await client.clearStore();
      await navigate(paths.signIn, { state: passwordChanged, replace: true });
    } catch (error) {
      refuse([{ field: null, sentence: failureSentence(error, browserTimeZone()) }]);
    }
  };

  return (
    <AuthPage title="Choose a new password">
      <Text>Choosing it ends every session of your account, on every device.</Text>
      <form className={classes.form} noValidate onSubmit={(event) => void onSubmit(event)}>
        <PasswordField
          id={id}
          autoComplete="new-password"
          description={newPasswordRule}
          value={password}
          onChange={setPassword}
          error={errorOf(errors, 'password')}
        />
        <ErrorSummary errors={errors} attempt={attempt} inputId={() => id} />
        <BusyButton type="submit" variant="filled" busy={loading} busyLabel="Changing the password...">
          Change password
        </BusyButton>
      </form>
    </AuthPage>
  );
}
