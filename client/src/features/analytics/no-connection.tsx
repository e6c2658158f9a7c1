import { Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { connectPath } from '../../app/paths';
import { Card } from '../../ui/card';
import classes from './states.module.css';

/** Before there is any connection: what will be here, and the one way to get it. */
export function NoConnection() {
  return (
    <Card aria-labelledby="no-connection">
      <Title order={2} id="no-connection">
        No Instagram account is connected
      </Title>
      <Text>
        Here you will see reach, views, interactions and followers by day, as Instagram reports them. A day
        that is not known stays a gap.
      </Text>
      <div className={classes.actions}>
        <Button component={Link} to={connectPath()} variant="filled">
          Connect Instagram
        </Button>
      </div>
    </Card>
  );
}
