import '@mantine/core/styles/Checkbox.layer.css';
import { skipToken, useQuery } from '@apollo/client/react';
import { Anchor, Button, Checkbox, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import type { ConnectInstagramInput } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { useTimeZone } from '../account';
import classes from './connect-page.module.css';
import { commentEventsQuery, reconnectTargetQuery } from './connection.queries';
import { PermissionList } from './permission-list';
import { requestedPermissions } from './permissions';
import { useLeaveForInstagram } from './use-leave-for-instagram';

/** What `?comments=` says of hearing of them. */
const CHOICES: Readonly<Record<string, boolean>> = { on: true, off: false };

/**
 * Before leaving for Instagram: what it will ask, what for, and what we store. With `?connection=` it reconnects that one; with
 * `?comments=` the choice about comments is made.
 */
export function ConnectPage() {
  const [searchParams] = useSearchParams();
  const id = searchParams.get('connection');
  const { data, error } = useQuery(reconnectTargetQuery, id === null ? skipToken : { variables: { id } });
  const username = data?.viewer?.instagramConnection?.username ?? null;
  const offered = useQuery(commentEventsQuery).data?.service.commentEvents === true;
  const granted = data?.viewer?.instagramConnection?.grantedPermissions ?? [];
  const [chosen, setChosen] = useState<boolean | null>(CHOICES[searchParams.get('comments') ?? ''] ?? null);
  const commentEvents = offered && (chosen ?? granted.includes('MANAGE_COMMENTS'));
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
          Instagram will ask you for {commentEvents ? 'four' : 'three'} permissions
        </Title>
        <PermissionList
          permissions={commentEvents ? [...requestedPermissions, 'MANAGE_COMMENTS'] : requestedPermissions}
        />
        {offered && (
          <Checkbox
            label="Refresh my numbers soon after a comment"
            description="Needs one permission more, for comments. You can turn it off here later."
            checked={commentEvents}
            onChange={({ currentTarget }) => setChosen(currentTarget.checked)}
          />
        )}
        <p>
          We never see your password. We store: Instagram's ids for the account, username, name and picture,
          access key and its end date, analytics
          {commentEvents && ', and that somebody commented: when, and on which post'}.
        </p>
        <ConnectActions
          input={{
            ...(id === null ? {} : { connectionId: id }),
            // What the page says is what is asked for, once it knows what there is.
            ...(offered && (id === null || data !== undefined) ? { commentEvents } : {}),
          }}
        />
      </Card>
    </Stack>
  );
}

function ConnectActions({ input }: { input: ConnectInstagramInput }) {
  const { leaving, failure, go } = useLeaveForInstagram(input);
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
          onClick={() => void go()}
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
