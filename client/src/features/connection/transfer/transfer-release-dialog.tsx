import { useMutation } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { errorCode } from '../../../apollo/error-code';
import { failureSentence } from '../../../apollo/failure-sentence';
import { formatQuantity } from '../../../lib/format-number';
import { BusyButton } from '../../../ui/busy-button';
import { Facts } from '../../../ui/facts';
import { Notice } from '../../../ui/notice';
import type { CardConnection } from '../connection.queries';
import classes from '../disconnect-dialog.module.css';
import { releaseConnectionMutation } from './transfer.queries';

interface ReleaseDialogProps {
  connection: Pick<CardConnection, 'id' | 'username' | 'analyticsSync'>;
  timeZone: string;
  onClose: () => void;
  /** Fetches the screen's own data again. */
  reload: () => Promise<unknown>;
}

/** Says what letting an Instagram account go removes, with real counts; Cancel has the focus. */
export function ReleaseDialog({ connection, timeZone, onClose, reload }: ReleaseDialogProps) {
  const phone = useMediaQuery('(max-width: 36em)') ?? false;
  const [release, { loading }] = useMutation(releaseConnectionMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const { id, username, analyticsSync } = connection;
  const days = analyticsSync.storedDays;
  const analytics =
    days === 0 ? 'no analytics, as none is held yet' : `${formatQuantity(days, 'day')} of analytics`;

  const confirm = async () => {
    setFailure(null);
    try {
      const { data } = await release({ variables: { input: { connectionId: id } } });
      const refusal = data?.releaseConnection.userErrors[0];
      if (refusal !== undefined) return setFailure(refusal.message);
    } catch (error) {
      if (errorCode(error) !== 'NOT_FOUND') return setFailure(failureSentence(error, timeZone));
    }
    onClose();
    await reload().catch(() => undefined);
    document.querySelector<HTMLElement>('h1')?.focus();
  };

  return (
    <Modal
      opened
      onClose={loading ? () => undefined : onClose}
      title={`Release @${username}?`}
      withCloseButton={false}
      returnFocus={false}
      fullScreen={phone}
      size="lg"
      classNames={{ title: classes.title }}
    >
      <div className={classes.body}>
        <Facts wide>
          <Facts.Item label="Removed now">{`access key; Instagram ids, username and name; ${analytics}`}</Facts.Item>
          <Facts.Item label="Goes on">
            whoever asked can connect @{username} at once, and begins with an empty history
          </Facts.Item>
          <Facts.Item label="Stays here">
            your SocioGenie account, and a record that this deletion happened
          </Facts.Item>
          <Facts.Item label="Stays there">posts already published stay on Instagram</Facts.Item>
        </Facts>
        <p>
          We do not ask Instagram to withdraw our access, because whoever asked needs it. This cannot be
          undone. You get a code and a signed receipt.
        </p>
        {failure !== null && (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        <div className={classes.buttons}>
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <BusyButton
            variant="filled"
            color="danger"
            busy={loading}
            busyLabel="Releasing..."
            onClick={() => void confirm()}
          >
            {`Release @${username}`}
          </BusyButton>
        </div>
      </div>
    </Modal>
  );
}
