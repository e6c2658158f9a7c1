import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import { BusyButton } from '../../ui/busy-button';
import { Notice } from '../../ui/notice';
import { TextLink } from '../../ui/text-link';
import { useDocumentTitle } from '../../ui/use-document-title';
import { AuthPage } from './auth-page';
import { useMailedToken } from './mailed-link';
import { confirmEmailChangeMutation } from './mailed-link.queries';

type Outcome =
  | { readonly kind: 'changed'; readonly email: string }
  | { readonly kind: 'link-not-good' | 'taken' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Changes the address by a link that was mailed to the new one. Only the button does: whoever merely opens links changes nothing. */
export function ChangeEmailPage() {
  const token = useMailedToken();
  const [outcome, setOutcome] = useState<Outcome | null>(token === null ? { kind: 'link-not-good' } : null);
  const [confirm, { loading }] = useMutation(confirmEmailChangeMutation);
  useDocumentTitle('Change your email address', outcome !== null && outcome.kind !== 'changed');

  const press = async () => {
    try {
      const { data } = await confirm({
        variables: { input: { token: token ?? '' } },
        update: (cache) => void cache.evict({ fieldName: 'viewer' }),
      });
      const { email = null, userErrors = [] } = data?.confirmEmailChange ?? {};
      if (email !== null) return setOutcome({ kind: 'changed', email });
      const taken = userErrors.some(({ __typename }) => __typename === 'EmailTaken');
      setOutcome({ kind: taken ? 'taken' : 'link-not-good' });
    } catch (error) {
      setOutcome({ kind: 'failed', sentence: failureSentence(error, browserTimeZone()) });
    }
  };

  if (outcome?.kind === 'changed') {
    return (
      <AuthPage title="Your address is changed">
        <Text role="status">
          You sign in with <strong>{outcome.email}</strong> from now on, with the password you have, and that
          is where we mail you. Where you are signed in you stay so.
        </Text>
        <TextLink to={paths.profile}>Go to Settings</TextLink>
      </AuthPage>
    );
  }
  if (outcome?.kind === 'taken') {
    return (
      <AuthPage title="This address has an account already">
        <Text role="status">
          It was taken after you asked. Nothing was changed: you sign in with the address you had.
        </Text>
        <TextLink to={paths.profile}>Go to Settings</TextLink>
      </AuthPage>
    );
  }
  if (outcome?.kind === 'link-not-good') {
    return (
      <AuthPage title="This link does not work any more">
        <Text role="status">
          It was used before, is older than 30 minutes, was cancelled, or is not whole. Nothing was changed.
        </Text>
        <Text>
          <TextLink to={paths.profile}>Go to Settings</TextLink> and ask for the change again.
        </Text>
      </AuthPage>
    );
  }
  return (
    <AuthPage title="Change your email address">
      <Text>
        The SocioGenie account that asked for it gets this address. Its owner signs in with it and gets its
        mails here. If you did not ask for that, close this page.
      </Text>
      {outcome?.kind === 'failed' && (
        <Notice tone="danger" role="alert">
          {outcome.sentence}
        </Notice>
      )}
      <BusyButton variant="filled" busy={loading} busyLabel="Changing..." onClick={() => void press()}>
        Use this address
      </BusyButton>
    </AuthPage>
  );
}
