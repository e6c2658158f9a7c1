import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { useTimeZone } from '../account';
import {
  notificationPreferencesQuery,
  type Preference,
  setNotificationPreferenceMutation,
} from './notice.queries';
import { preferenceWords } from './notice-words';
import '@mantine/core/styles/Checkbox.layer.css';

/** What is mailed, kind by kind; each choice is kept as soon as it is made. */
export function NotificationPreferences() {
  const timeZone = useTimeZone();
  const { data, error, refetch } = useQuery(notificationPreferencesQuery);
  const viewer = data?.viewer;
  if (viewer)
    return <Choices preferences={viewer.notificationPreferences} confirmed={viewer.emailVerified} />;
  if (error === undefined) return <LoadingRegion label="Loading what is mailed" heights={[220]} />;
  return (
    <Notice tone="danger" role="alert">
      <Text>What is mailed could not be loaded. {failureSentence(error, timeZone)}</Text>
      <Button mt="sm" onClick={() => void refetch().catch(() => undefined)}>
        Load again
      </Button>
    </Notice>
  );
}

interface ChoicesProps {
  preferences: readonly Preference[];
  confirmed: boolean;
}

function Choices({ preferences, confirmed }: ChoicesProps) {
  const timeZone = useTimeZone();
  const [choose] = useMutation(setNotificationPreferenceMutation);
  const [outcome, setOutcome] = useState('');
  const [underWay, setUnderWay] = useState<Pick<Preference, 'kind' | 'mailed'> | null>(null);
  const change = async ({ kind }: Preference, mailed: boolean) => {
    // The tick follows the press at once; a failure takes it back.
    setUnderWay({ kind, mailed });
    try {
      const { data } = await choose({ variables: { input: { kind, mailed } } });
      const [refusal] = data?.setNotificationPreference.userErrors ?? [];
      setOutcome(refusal?.message ?? `Kept. ${preferenceWords[kind]}: ${mailed ? 'mailed' : 'not mailed'}.`);
    } catch (failure) {
      setOutcome(`Nothing was changed. ${failureSentence(failure, timeZone)}`);
    } finally {
      setUnderWay(null);
    }
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        Everything stands in Activity for a year. Mails go to your confirmed address and name no Instagram
        account.
      </Text>
      {!confirmed && <Text>Your address is not confirmed, so nothing of this is mailed yet.</Text>}
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>Mail me when</legend>
        <Stack gap="sm" mt="sm">
          {preferences.map((preference) => (
            <Checkbox
              size="md"
              key={preference.kind}
              label={preferenceWords[preference.kind]}
              {...(!preference.canChange && { description: 'Always mailed: it guards your account.' })}
              checked={(underWay?.kind === preference.kind ? underWay : preference).mailed}
              disabled={!preference.canChange}
              onChange={(event) => void change(preference, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </fieldset>
      <Text role="status" c="dimmed">
        {outcome}
      </Text>
    </Stack>
  );
}
