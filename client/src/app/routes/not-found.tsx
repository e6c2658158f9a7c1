import { Anchor, Stack, Text } from '@mantine/core';
import { useLocation } from 'react-router';
import { PageHeader } from '../../ui/page-header';
import { TextLink } from '../../ui/text-link';
import { paths } from '../paths';
import classes from './not-found.module.css';

/** The answer to an address that is nothing here. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <main className={classes.page}>
      <Stack gap="md">
        <PageHeader title="This page does not exist" />
        <Text>
          There is nothing at <code className={classes.address}>{pathname}</code>. From here you can go to:
        </Text>
        <ul className={classes.links}>
          <li>
            <TextLink to={paths.integrations}>Social Media Integration</TextLink>
          </li>
          <li>
            <TextLink to={paths.analytics}>Analytics</TextLink>
          </li>
          <li>
            <TextLink to={paths.settings}>Settings</TextLink>
          </li>
          <li>
            <Anchor href={paths.deletionStatus}>Check a deletion code</Anchor>
          </li>
        </ul>
      </Stack>
    </main>
  );
}
