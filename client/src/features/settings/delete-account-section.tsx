import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../app/paths';
import { Section } from './section';

/** The way to the page that deletes the account; nothing is deleted here. */
export function DeleteAccountSection() {
  return (
    <Section id="delete-account" title="Delete my account">
      <Text>Removes everything above. Published posts stay on Instagram.</Text>
      <Group>
        <Button component={Link} to={paths.deleteAccount} variant="default">
          Delete my account…
        </Button>
      </Group>
    </Section>
  );
}
