import { Anchor, Button, Title } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { connectPath, paths } from '../../app/paths';
import { Card } from '../../ui/card';
import { IconCircleDashed } from '../../ui/icons';
import { StatusPill } from '../../ui/status-pill';
import cardClasses from './connection-card.module.css';
import classes from './connection-details.module.css';

/** Where the cards will be, before the first one: what one needs, and the way to connect. */
export function NotConnectedCard() {
  const headingId = useId();
  return (
    <Card aria-labelledby={headingId}>
      <div className={cardClasses.head}>
        <Title order={2} id={headingId}>
          Instagram
        </Title>
        <StatusPill tone="neutral" icon={IconCircleDashed}>
          No account yet
        </StatusPill>
      </div>
      <p>No Instagram account is connected. You need:</p>
      <ol className={classes.permissions}>
        <li>a professional account (business or creator)</li>
        <li>to be able to sign in to it here</li>
        <li>a minute to read three permissions</li>
      </ol>
      <div className={cardClasses.actions}>
        <Button component={Link} to={connectPath()} variant="filled">
          Connect Instagram
        </Button>
        <Anchor href={paths.privacy}>What we store</Anchor>
      </div>
    </Card>
  );
}
