import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { connectPath } from '../../app/paths';
import { TextLink } from '../../ui/text-link';
import { type CardConnection, commentEventsQuery } from './connection.queries';
import classes from './details/connection-details.module.css';

type Choosable = Pick<CardConnection, 'id' | 'status' | 'grantedPermissions'>;

/** Needs the person first, for something that matters more. */
const ENDED: readonly Choosable['status'][] = ['RECONNECT_NEEDED', 'DEAUTHORIZED'];

/**
 * Whether Instagram tells us of comments on this connection, and the way to change it: the reconnect flow with the
 * choice made. Nothing where the installation takes no events, or while access has ended.
 */
export function CommentEventsChoice({ connection }: { connection: Choosable }) {
  const { data } = useQuery(commentEventsQuery);
  if (data?.service.commentEvents !== true || ENDED.includes(connection.status)) return null;
  const on = connection.grantedPermissions.includes('MANAGE_COMMENTS');
  const to = `${connectPath(connection.id)}&comments=${on ? 'off' : 'on'}`;
  return (
    <section className={classes.part}>
      <Title order={3}>After a comment</Title>
      <p>
        {on
          ? 'Instagram tells us when somebody comments, and we fetch your numbers within minutes. '
          : 'We fetch your numbers every hour. With one permission more, for comments, within minutes of a comment. '}
        <TextLink to={to}>{on ? 'Turn comment refresh off' : 'Turn comment refresh on'}</TextLink>
      </p>
    </section>
  );
}
