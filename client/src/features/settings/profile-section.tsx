import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { failureSentence } from '../../apollo/failure-sentence';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { useTimeZone } from '../account';
import { EmailAddress } from './email-address';
import { addressQuery } from './email-change.queries';
import { Section } from './section';

const EVERY_MS = 20_000;

/** Who is signed in: the address, and the way to another one. */
export function ProfileSection() {
  const timeZone = useTimeZone();
  const { data, error, refetch, stopPolling, startPolling } = useQuery(addressQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const viewer = data?.viewer;
  return (
    <Section id="profile" title="Profile">
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          <Text>Your profile could not be loaded. {failureSentence(error, timeZone)}</Text>
          <Button mt="sm" onClick={() => void refetch().catch(() => undefined)}>
            Load again
          </Button>
        </Notice>
      )}
      {!viewer && error === undefined && <LoadingRegion label="Your profile is loading" heights={[72]} />}
      {viewer && (
        <EmailAddress
          address={viewer}
          // The link is opened elsewhere: look whether it was.
          onWaiting={(waits) => (waits ? startPolling(EVERY_MS) : stopPolling())}
        />
      )}
    </Section>
  );
}
