import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import { analyticsPath } from '../../app/paths';
import { BusyButton } from '../../ui/busy-button';
import { CancelConnecting } from './cancel-connecting';
import { CardAction } from './card-action';
import { mayComeBack } from './card-state/reconnect-needed';
import type { CardState } from './card-state/types';
import { CheckNow } from './check-now/check-now';
import type { CardConnection } from './connection.queries';
import classes from './connection-card.module.css';

interface CardActionsProps {
  connection: CardConnection;
  state: CardState;
  details: { open: boolean; id: string; toggle: () => void };
  /** True while the counts of the disconnect dialog are being fetched for this card. */
  counting: boolean;
  onDisconnect: (event: MouseEvent<HTMLButtonElement>) => void;
  /** Finds the focus a place when the button that had it goes. */
  onFocusLost: () => void;
}

/** The row of buttons of a connection: what leads on, what there is to see, and the ways to end it. */
export function CardActions(props: CardActionsProps) {
  const { connection, state, details, counting, onDisconnect, onFocusLost } = props;
  const { id, status } = connection;
  const disconnecting = { busy: counting, busyLabel: 'Counting...', onClick: onDisconnect };
  return (
    <div className={classes.actions}>
      {state.action !== null && <CardAction action={state.action} connectionId={id} />}
      {state.action?.does === 'continue' && <CancelConnecting onCancelled={onFocusLost} />}
      <Button component={Link} to={analyticsPath(id)}>
        See analytics
      </Button>
      {mayComeBack(connection) && <CheckNow connectionId={id} onGone={onFocusLost} />}
      <Button
        variant="subtle"
        color="gray"
        aria-expanded={details.open}
        aria-controls={details.id}
        onClick={details.toggle}
      >
        {details.open ? 'Hide details' : 'Show details'}
      </Button>
      <div className={classes.endings}>
        {status === 'DEAUTHORIZED' && (
          <BusyButton {...disconnecting} c="danger">
            Delete Instagram data
          </BusyButton>
        )}
        <BusyButton {...disconnecting} c="danger">
          Disconnect
        </BusyButton>
      </div>
    </div>
  );
}
