import { skipToken, useQuery } from '@apollo/client/react';
import { Anchor, Button, Stack, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { BusyButton } from '../../ui/busy-button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { useTimeZone } from '../account';
import classes from './connect-page.module.css';
import { reconnectTargetQuery } from './connection.queries';
import { PermissionList } from './permission-list';
import { useGoToInstagram } from './use-go-to-instagram';

/** Before leaving for Instagram: what it will ask, what for, and what we store. With `?connection=` it reconnects that one. */
export function ConnectPage() {
  const [searchParams] = useSearchParams();
  const id = searchParams.get('connection');
  const { data, error } = useQuery(reconnectTargetQuery, id === null ? skipToken : { variables: { id } });
  const username = data?.viewer?.instagramConnection?.username ?? null;
  const timeZone = useTimeZone();
  return (
    <Stack gap="lg" maw="48rem">
      <PageHeader title={username === null ? 'Connect Instagram' : `Reconnect @${username}`}>
        Step 1 of 2: read this, then answer Instagram's question
      </PageHeader>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {failureSentence(error, timeZone)}
        </Notice>
      )}
      <Card aria-label="Before you go to Instagram">
        {username !== null && <p>Sign in as @{username} there; another account is not accepted here.</p>}
        <Title order={2} size="h3">
          Instagram will ask you for three permissions
        </Title>
        <PermissionList />
        <p>
          We never see your password. We store: Instagram's ids for the account, username and name, access key
          and its end date, analytics.
        </p>
        <ConnectActions connectionId={id} timeZone={timeZone} />
      </Card>
    </Stack>
  );
}

function ConnectActions({ connectionId, timeZone }: { connectionId: string | null; timeZone: string }) {
  const { leaving, failure, go } = useGoToInstagram(timeZone);
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className={classes.actions}>
        <BusyButton
          variant="filled"
          busy={leaving}
          busyLabel="Going to Instagram..."
          onClick={() => void go(connectionId === null ? {} : { connectionId })}
        >
          Continue to Instagram
        </BusyButton>
        <Button component={Link} to={paths.integrations}>
          Cancel
        </Button>
        <Anchor href={paths.dataDeletion}>How to delete this later</Anchor>
      </div>
    </>
  );
}
