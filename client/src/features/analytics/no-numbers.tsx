import { Text, Title } from '@mantine/core';
import { formatQuantity } from '../../lib/format-number';
import { formatMoment } from '../../lib/format-time';
import { Card } from '../../ui/card';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import type { AnalyticsConnection, AnalyticsState } from './model/connection-state';

interface NoNumbersProps {
  state: AnalyticsState;
  connection: AnalyticsConnection;
  timeZone: string;
}

/** In the place of the numbers while there are none: what is going on. Reasons that need the person are notices. */
export function NoNumbers({ state, connection, timeZone }: NoNumbersProps) {
  const now = useNow();
  const { storedDays, failedAt } = connection.analyticsSync;
  switch (state.kind) {
    case 'numbers':
    case 'permission-missing':
      return null;
    case 'first-sync':
      return (
        <Explained title="Fetching the first numbers">
          We are asking Instagram for the last 30 days of @{connection.username}.{' '}
          {storedDays === 0 ? 'None is here yet.' : `${formatQuantity(storedDays, 'day')} so far.`} This page
          updates by itself; you can leave it.
        </Explained>
      );
    case 'first-sync-failed':
      return (
        <Explained title="No numbers yet">
          The first refresh failed
          {failedAt !== null && (
            <>
              {' '}
              on <Time at={failedAt}>{formatMoment(new Date(failedAt), timeZone, now)}</Time>
            </>
          )}
          . We try again by ourselves.
        </Explained>
      );
    case 'never-synced':
      return (
        <Explained title="No numbers yet">
          Nothing was fetched from Instagram yet for @{connection.username}.
        </Explained>
      );
    case 'no-complete-day':
      return (
        <Explained title="No complete day yet">
          Instagram is up to 48 h late, and no day of @{connection.username} is complete so far.
        </Explained>
      );
  }
}

function Explained({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card aria-labelledby="no-numbers">
      <Title order={2} id="no-numbers">
        {title}
      </Title>
      <Text maw="68ch">{children}</Text>
    </Card>
  );
}
