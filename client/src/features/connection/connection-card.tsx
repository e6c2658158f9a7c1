import { Button, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type MouseEvent, type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { analyticsPath, connectPath } from '../../app/paths';
import type { Clock } from '../../lib/clock';
import { BusyButton } from '../../ui/busy-button';
import { Card } from '../../ui/card';
import { StatusPill } from '../../ui/status-pill';
import { cardState } from './card-state';
import type { CardConnection } from './connection.queries';
import classes from './connection-card.module.css';
import { ConnectionDetails } from './connection-details';
import { ConnectionFacts } from './connection-facts';
import { GrantButton } from './grant-button';
import { Initials } from './initials';

interface ConnectionCardProps {
  connection: CardConnection;
  clock: Clock;
  /** What just came of connecting, drawn under the head of the card. */
  children?: ReactNode;
  /** True while the counts of the disconnect dialog are being fetched for this card. */
  counting: boolean;
  onDisconnect: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** One connection: its state with reason and time, its facts, and what can be done. */
export function ConnectionCard({ connection, clock, children, counting, onDisconnect }: ConnectionCardProps) {
  const headingId = useId();
  const detailsId = useId();
  const [open, details] = useDisclosure(false);
  const { id, username, status } = connection;
  const state = cardState(connection, clock);
  const disconnecting = { busy: counting, busyLabel: 'Counting...', onClick: onDisconnect };
  return (
    <Card id={id} aria-labelledby={headingId}>
      <div className={classes.head}>
        <Initials of={connection.displayName ?? username} />
        <Title order={2} id={headingId} tabIndex={-1} data-connection={id} className={classes.handle}>
          @{username}
        </Title>
        <StatusPill tone={state.tone} icon={state.icon}>
          {state.pill}
        </StatusPill>
      </div>
      {children}
      {state.sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      <ConnectionFacts connection={connection} clock={clock} />
      <div className={classes.actions}>
        {status === 'LIMITED' && state.mend !== null ? (
          <GrantButton connectionId={id} timeZone={clock.timeZone}>
            {state.mend}
          </GrantButton>
        ) : null}
        {status !== 'LIMITED' && state.mend !== null && (
          <Button component={Link} to={connectPath(id)} variant="filled">
            {state.mend}
          </Button>
        )}
        <Button component={Link} to={analyticsPath(id)}>
          See analytics
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={details.toggle}
        >
          {open ? 'Hide details' : 'Show details'}
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
      <div id={detailsId} hidden={!open}>
        {open && <ConnectionDetails connection={connection} clock={clock} />}
      </div>
    </Card>
  );
}
