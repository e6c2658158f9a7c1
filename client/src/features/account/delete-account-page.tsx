import { useQuery } from '@apollo/client/react';
import { Button, Stack, Title } from '@mantine/core';
import { useId } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { Card } from '../../ui/card';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import fields from './account-fields.module.css';
import { whatGoesQuery } from './delete-account.queries';
import { DeleteAccountForm } from './delete-account-form';
import { useDeleteAccount } from './use-delete-account';
import { useTimeZone } from './use-viewer';
import { WhatGoes } from './what-goes';

/** Delete my account: what is removed and what stays, a copy to take along first, and the proof that it is meant. */
export function DeleteAccountPage() {
  const { data, error, refetch } = useQuery(whatGoesQuery, { fetchPolicy: 'network-only' });
  const timeZone = useTimeZone();
  const navigate = useNavigate();
  const { key } = useLocation();
  const deletion = useDeleteAccount(timeZone);
  const id = useId();
  const held = data?.viewer ?? null;
  // "default" is the page that the window was opened with: there is nothing of ours to go back to.
  const cancel = () => void (key === 'default' ? navigate(paths.integrations) : navigate(-1));
  return (
    <Stack gap="lg" maw="48rem">
      <PageHeader title="Delete my account" hasErrors={deletion.errors.length > 0}>
        This cannot be undone.
      </PageHeader>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          <p>{failureSentence(error, timeZone)}</p>
          <Button onClick={() => void refetch().catch(() => undefined)}>Try again</Button>
        </Notice>
      )}
      {held === null && error === undefined && (
        <LoadingRegion label="Counting what is held" heights={[320, 96, 240]} />
      )}
      {held !== null && (
        <>
          <Card aria-labelledby={`${id}-goes`}>
            <Title order={2} id={`${id}-goes`}>
              What is removed, and what stays
            </Title>
            <WhatGoes held={held} id={`${id}-what`} />
          </Card>
          <Card aria-labelledby={`${id}-first`}>
            <Title order={2} id={`${id}-first`}>
              Take a copy with you
            </Title>
            <p>Once the account is deleted, nobody can give you a copy any more.</p>
            <div>
              <Button component={Link} to={paths.dataWeHold}>
                Download everything first
              </Button>
            </div>
          </Card>
          <Card aria-labelledby={`${id}-confirm`}>
            <Title order={2} id={`${id}-confirm`} className={fields.named ?? ''}>
              Delete {held.email}
            </Title>
            <p>
              You are signed out everywhere, and nobody can sign in to this account any more.
              {held.instagramConnections.length > 0 && ' We ask Instagram to withdraw our access.'} You get a
              code that shows how far the deletion is, on the next page only: we cannot mail it to you later.
            </p>
            <DeleteAccountForm
              ownEmail={held.email}
              describedBy={`${id}-what`}
              deletion={deletion}
              onCancel={cancel}
            />
          </Card>
        </>
      )}
    </Stack>
  );
}
