import { Anchor, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { deletionStatusPath, paths } from '../../app/paths';
import { Card } from '../../ui/card';
import { useAnnounce } from '../../ui/live-regions';
import { Notice } from '../../ui/notice';
import { useDocumentTitle } from '../../ui/use-document-title';
import { ConfirmationCode } from '../deletion';
import { accountDeletedIn } from './account-deleted';
import classes from './account-deleted-page.module.css';
import { AuthPage } from './auth-page';

/** The last page of an account: what was done, and the code, which is shown nowhere else. */
export function AccountDeletedPage() {
  const deleted = accountDeletedIn(useLocation().state);
  const title = deleted === null ? 'Nothing to show here' : 'Your account is being deleted';
  useDocumentTitle(title);
  return (
    <AuthPage title={title}>
      {deleted === null && <p>This page shows the code of an account that was just deleted, once.</p>}
      {deleted !== null && (
        <p>
          You are signed out everywhere, nobody can sign in to it any more, and the keys of its data are
          destroyed. What is left of it is being removed now.
        </p>
      )}
      {deleted?.code === null && (
        <Notice tone="info">
          It was deleted from another window or device. The confirmation code is shown there.
        </Notice>
      )}
      {typeof deleted?.code === 'string' ? (
        <CodeToKeep code={deleted.code} />
      ) : (
        <Anchor href={paths.deletionStatus}>Look up a confirmation code</Anchor>
      )}
      {deleted !== null && <p>Posts already published stay on Instagram.</p>}
      {deleted?.asked === true && (
        <p>We ask Instagram to withdraw our access; the status page says what it answered.</p>
      )}
    </AuthPage>
  );
}

function CodeToKeep({ code }: { code: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
      announce('Code copied');
    } catch {
      setCopied('no');
      announce('The browser did not allow copying. Select the code and copy it.', 'assertive');
    }
  };
  return (
    <Card aria-label="Confirmation code">
      <Title order={2} size="h3">
        Keep this code
      </Title>
      <ConfirmationCode code={code} />
      <p>
        It shows how far the deletion is, and the signed receipt. It is shown here only: we cannot mail it to
        you later, because your email is deleted too.
      </p>
      <div className={classes.actions}>
        <Button variant="filled" onClick={() => void copy()}>
          {copied === 'yes' ? 'Code copied' : 'Copy code'}
        </Button>
        <Button component="a" href={deletionStatusPath(code)}>
          View deletion status
        </Button>
      </div>
      {copied === 'no' && <p>The browser did not allow copying. Select the code and copy it.</p>}
    </Card>
  );
}
