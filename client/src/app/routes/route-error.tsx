import { Button, Group, Stack, Text } from '@mantine/core';
import { useRouteError } from 'react-router';
import { errorRequestId } from '../../apollo/error-code';
import { PageHeader } from '../../ui/page-header';

/** Instead of a screen that could not be drawn; what is around it stays. */
export function RouteError() {
  const requestId = errorRequestId(useRouteError());
  return (
    <Stack gap="md" p="md">
      <PageHeader title="This part of the page stopped working." />
      <Text>
        What you saved before is safe. If reloading does not help, the server may not be answering right now.
      </Text>
      {requestId !== null && (
        <Text>
          For the operator: request <code>{requestId}</code>
        </Text>
      )}
      <Group>
        <Button onClick={() => window.location.reload()}>Reload this part</Button>
      </Group>
    </Stack>
  );
}
