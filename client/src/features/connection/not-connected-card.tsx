import { Anchor, Title } from '@mantine/core';
import { useId } from 'react';
import { paths } from '../../app/paths';
import type { Clock } from '../../lib/clock';
import { Card } from '../../ui/card';
import { StatusPill } from '../../ui/status-pill';
import { CardAction } from './card-action';
import { cardState } from './card-state/card-state';
import { CardWords } from './card-words';
import classes from './connection-card.module.css';

/** Where the cards will be, before the first one: what one needs, and the way to connect. */
export function NotConnectedCard({ clock }: { clock: Clock }) {
  const headingId = useId();
  const state = cardState({ kind: 'none' }, clock);
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
        {state.action !== null && <CardAction action={state.action} connectionId={null} />}
        <Anchor href={paths.privacy}>What we store</Anchor>
      </div>
    </Card>
  );
}
