import { Title } from '@mantine/core';
import { useId } from 'react';
import type { Clock } from '../../lib/clock';
import { Card } from '../../ui/card';
import { StatusPill } from '../../ui/status-pill';
import { CancelConnecting } from './cancel-connecting';
import { CardAction } from './card-action';
import { cardState } from './card-state/card-state';
import { CardWords } from './card-words';
import type { Attempt } from './connection.queries';
import classes from './connection-card.module.css';

interface WaitingCardProps {
  attempt: NonNullable<Attempt>;
  clock: Clock;
  onCancelled: () => void;
}

/** A connect that was begun in this browser and has not come back: the way on, and the way out. */
export function WaitingCard({ attempt, clock, onCancelled }: WaitingCardProps) {
  const headingId = useId();
  const state = cardState({ kind: 'waiting', attempt }, clock);
  return (
    <Card aria-labelledby={headingId}>
      <div className={classes.head}>
        <Title order={2} id={headingId}>
          Instagram
        </Title>
        <StatusPill tone={state.tone} icon={state.icon}>
          {state.pill}
        </StatusPill>
      </div>
      <CardWords state={state} />
      <div className={classes.actions}>
        {state.action !== null && <CardAction action={state.action} connectionId={attempt.connectionId} />}
        <CancelConnecting onCancelled={onCancelled} />
      </div>
    </Card>
  );
}
