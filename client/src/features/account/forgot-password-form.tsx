import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError } from '../../ui/form-errors';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { useDocumentTitle } from '../../ui/use-document-title';
import { EmailField } from './account-fields';
import classes from './account-fields.module.css';
import { AuthPage } from './auth-page';
import { checkEmail } from './check-account-fields';
import { requestPasswordResetMutation } from './mailed-link.queries';
import { useViewer } from './use-viewer';

/** Asks for a link to choose a new password. What it says afterwards is the same for every address. */
export function ForgotPasswordForm() {
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<readonly FormError<'email'>[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState(false);
  const [ask, { loading }] = useMutation(requestPasswordResetMutation);
  const { service } = useViewer();
  const id = useId();
  useDocumentTitle('Choose a new password', errors.length > 0);

  const refuse = (refusals: readonly FormError<'email'>[]) => {
    setErrors(refusals);
    setAttempt((before) => before + 1);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const found = checkEmail(email);
    setAsked(false);
    refuse(found === null ? [] : [found]);
    if (found !== null) return;
    try {
      await ask({ variables: { input: { email } } });
      setAsked(true);
    } catch (error) {
      refuse([{ field: null, sentence: failureSentence(error, browserTimeZone()) }]);
    }
  };

  return (
    <AuthPage title="Choose a new password">
      <Text>We mail you a link. It works once, within 30 minutes.</Text>
      <form className={classes.form} noValidate onSubmit={(event) => void onSubmit(event)}>
        <EmailField id={id} value={email} onChange={setEmail} error={errorOf(errors, 'email')} />
        <ErrorSummary errors={errors} attempt={attempt} inputId={() => id} />
        <BusyButton type="submit" variant="filled" busy={loading} busyLabel="Asking...">
          Mail me a link
        </BusyButton>
      </form>
      {asked && (
        <Notice tone="info" role="status">
          If this address belongs to an account and was confirmed, the mail is on its way. An address that was
          never confirmed gets none: write to {service?.contactEmail ?? 'the operator'} then.
        </Notice>
      )}
      <TextLink to={paths.signIn}>Sign in</TextLink>
    </AuthPage>
  );
}
