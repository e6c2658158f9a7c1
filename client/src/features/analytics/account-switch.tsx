import { useMutation } from '@apollo/client/react';
import { Group, NativeSelect, Text } from '@mantine/core';
import { Avatar } from '../connection';
import { SelectConnectionMutation } from './analytics.queries';
import type { AnalyticsConnection } from './model/connection-state';

interface AccountSwitchProps {
  connections: readonly AnalyticsConnection[];
  /** The id of the connection on screen. */
  shown: string;
  onChoose: (id: string) => void;
}

/** Which Instagram account the numbers are of. The choice is kept as the one that Analytics opens with. */
export function AccountSwitch({ connections, shown, onChoose }: AccountSwitchProps) {
  const [selectConnection] = useMutation(SelectConnectionMutation);
  function choose(connectionId: string) {
    onChoose(connectionId);
    // The numbers follow the address. If the choice cannot be kept, only the next visit opens with the other one.
    selectConnection({ variables: { input: { connectionId } } }).catch(() => undefined);
  }
  const [only, ...others] = connections;
  if (only !== undefined && others.length === 0)
    return (
      <Group gap="sm" wrap="nowrap">
        <Avatar of={only.username} pictureUrl={only.pictureUrl} />
        <Text fw={500}>@{only.username}</Text>
      </Group>
    );
  const current = connections.find(({ id }) => id === shown);
  return (
    <Group gap="sm" align="end" wrap="nowrap">
      {current !== undefined && <Avatar of={current.username} pictureUrl={current.pictureUrl} />}
      <NativeSelect
        label="Account"
        value={shown}
        onChange={(event) => choose(event.currentTarget.value)}
        data={connections.map(({ id, username }) => ({ value: id, label: `@${username}` }))}
      />
    </Group>
  );
}
