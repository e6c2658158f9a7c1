import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { formatQuantity } from '../../lib/format-number';
import { BusyButton } from '../../ui/busy-button';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import classes from './disconnect-dialog.module.css';
import type { DisconnectTarget } from './use-disconnect';

interface DisconnectDialogProps {
  target: DisconnectTarget | null;
  busy: boolean;
  /** Why the last try failed; null before one did. */
  failure: string | null;
  onCancel: () => void;
  onConfirm: () => void;
}

function removedNow({ hasAccessKey, storedDays }: DisconnectTarget): string {
  const analytics =
    storedDays === null
      ? 'analytics (number of days not known)'
      : storedDays === 0
        ? 'no analytics, as none is held yet'
        : `${formatQuantity(storedDays, 'day')} of analytics`;
  return [hasAccessKey ? 'access key' : null, 'Instagram ids, username, name and picture', analytics]
    .filter((part) => part !== null)
    .join('; ');
}

/** Says what disconnecting removes, what stays and where, with real counts; Cancel has the focus. */
export function DisconnectDialog({ target, busy, failure, onCancel, onConfirm }: DisconnectDialogProps) {
  const phone = useMediaQuery('(max-width: 36em)') ?? false;
  return (
    <Modal
      opened={target !== null}
      onClose={onCancel}
      title={`Disconnect @${target?.username}?`}
      withCloseButton={false}
      returnFocus={false}
      fullScreen={phone}
      size="lg"
      classNames={{ title: classes.title }}
    >
      {target !== null && (
        <div className={classes.body}>
          <Facts wide>
            <Facts.Item label="Removed now">{removedNow(target)}</Facts.Item>
            <Facts.Item label="Stays here">
              your SocioGenie account, and a record that this deletion happened
            </Facts.Item>
            <Facts.Item label="Stays there">posts already published stay on Instagram</Facts.Item>
          </Facts>
          {target.hasAccessKey && (
            <p>
              We ask Instagram to withdraw our access; if it does not answer, we tell you how to remove us
              there.
            </p>
          )}
          <p>This cannot be undone. You get a code and a signed receipt.</p>
          {failure !== null && (
            <Notice tone="danger" role="alert">
              {failure}
            </Notice>
          )}
          <div className={classes.buttons}>
            <Button data-autofocus onClick={onCancel}>
              Cancel
            </Button>
            <BusyButton
              variant="filled"
              color="danger"
              busy={busy}
              busyLabel="Disconnecting..."
              onClick={onConfirm}
            >
              {`Disconnect @${target.username}`}
            </BusyButton>
          </div>
        </div>
      )}
    </Modal>
  );
}
