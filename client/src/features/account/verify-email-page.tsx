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
import { confirmEmailMutation } from './mailed-link.queries';

type Outcome = 'confirmed' | 'link-not-good' | { readonly failure: string } | null;

/** Confirms an address by a mailed link. Only the button does: whoever merely opens links confirms nothing. */
export function VerifyEmailPage() {
  const token = useMailedToken();
  const [outcome, setOutcome] = useState<Outcome>(token === null ? 'link-not-good' : null);
  const [confirm, { loading }] = useMutation(confirmEmailMutation);
  useDocumentTitle('Confirm your email address', outcome !== null && outcome !== 'confirmed');

  const press = async () => {
    try {
      const { data } = await confirm({
        variables: { input: { token: token ?? '' } },
        update: (cache) => void cache.evict({ fieldName: 'viewer' }),
      });
      const refused = (data?.confirmEmail.userErrors.length ?? 1) > 0;
      setOutcome(refused ? 'link-not-good' : 'confirmed');
    } catch (error) {
      setOutcome({ failure: failureSentence(error, browserTimeZone()) });
    }
  };

  if (outcome === 'confirmed') {
    return (
      <AuthPage title="Your address is confirmed">
        <Text role="status">From now on we mail you what you chose under Settings, Notifications.</Text>
        <TextLink to={paths.integrations}>Go to SocioGenie</TextLink>
      </AuthPage>
    );
  }
  if (outcome === 'link-not-good') {
    return (
      <AuthPage title="This link does not work any more">
        <Text role="status">
          It was used before, is older than 30 minutes, or is not whole. Nothing was changed.
        </Text>
        <Text>
          <TextLink to={paths.integrations}>Go to SocioGenie</TextLink> and send the link again from the line
          on top.
        </Text>
      </AuthPage>
    );
  }
  return (
    <AuthPage title="Confirm your email address">
      <Text>This tells us that the mailbox is yours.</Text>
      {outcome !== null && (
        <Notice tone="danger" role="alert">
          {outcome.failure}
        </Notice>
      )}
      <BusyButton variant="filled" busy={loading} busyLabel="Confirming..." onClick={() => void press()}>
        Confirm this address
      </BusyButton>
    </AuthPage>
  );
}
