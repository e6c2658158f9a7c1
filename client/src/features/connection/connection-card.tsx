import { Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import type { Clock } from '../../lib/clock';
import { Card } from '../../ui/card';
import { StatusPill } from '../../ui/status-pill';
import { Avatar } from './avatar';
import { CardActions } from './card-actions';
import { cardState } from './card-state/card-state';
import { CardWords } from './card-words';
import type { Attempt, CardConnection, Trouble } from './connection.queries';
import classes from './connection-card.module.css';
import { ConnectionFacts } from './connection-facts';
import { ConnectionDetails } from './details/connection-details';

interface ConnectionCardProps {
  connection: CardConnection;
  /** The connect that is to renew this connection; null when there is none. */
  attempt: Attempt;
  trouble: Trouble;
  clock: Clock;
  /** What just came of connecting, drawn under the head of the card. */
  children?: ReactNode;
  /** True while the counts of the disconnect dialog are being fetched for this card. */
  counting: boolean;
  onDisconnect: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** One connection: its state with reason and time, its facts, and what can be done. */
export function ConnectionCard(props: ConnectionCardProps) {
  const { connection, attempt, trouble, clock, children, counting, onDisconnect } = props;
  const headingId = useId();
  const detailsId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, details] = useDisclosure(false);
  const { id, username } = connection;
  const state = cardState({ kind: 'connection', connection, attempt, trouble }, clock);
  return (
    <Card id={id} aria-labelledby={headingId}>
      <div className={classes.head}>
        <Avatar of={connection.displayName ?? username} pictureUrl={connection.pictureUrl} />
        <Title
          order={2}
          id={headingId}
          ref={heading}
          tabIndex={-1}
          data-connection={id}
          className={classes.handle}
        >
          @{username}
        </Title>
        <StatusPill tone={state.tone} icon={state.icon}>
          {state.pill}
        </StatusPill>
      </div>
      {children}
      <CardWords state={state} />
      <ConnectionFacts connection={connection} clock={clock} />
      <CardActions
        connection={connection}
        state={state}
        details={{ open, id: detailsId, toggle: details.toggle }}
        counting={counting}
        onDisconnect={onDisconnect}
        onFocusLost={() => heading.current?.focus()}
      />
      <div id={detailsId} hidden={!open}>
        {open && <ConnectionDetails connection={connection} clock={clock} />}
      </div>
    </Card>
  );
}
