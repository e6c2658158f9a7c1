import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { connectPath } from '../../app/paths';
import { formatQuantity } from '../../lib/format-number';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { useNow } from '../../ui/use-now';
import { useTimeZone } from '../account';
import { Integrations } from './integrations';
import { countNeedingPerson } from './stable-order';
import { useIntegrations } from './use-integrations';

/** Social Media Integration: every connection with its state, and how to connect, mend and end it. */
export function IntegrationsPage() {
  const { viewer, trouble, error, reload } = useIntegrations();
  const timeZone = useTimeZone();
  const clock = { timeZone, now: useNow() };
  const count = viewer?.instagramConnections.length ?? 0;
  const waiting = countNeedingPerson(viewer?.instagramConnections ?? [], trouble);
  const stepsBack = waiting > 0 || trouble !== null || viewer?.connectAttempt != null;
  return (
    <Stack gap="lg">
      <PageHeader
        title="Social Media Integration"
        action={
          count > 0 && (
            <Button component={Link} to={connectPath()} variant={stepsBack ? 'default' : 'filled'}>
              Connect Instagram
            </Button>
          )
        }
      >
        {viewer !== null && scopeLine(count, waiting)}
      </PageHeader>
      {error !== undefined && (
        <Notice tone="warning" role="status">
          <p>{failureSentence(error, timeZone, clock.now)}</p>
          {viewer !== null && <p>What you see may be out of date. We keep trying.</p>}
          <p>
            <Button onClick={() => void reload().catch(() => undefined)}>Try again</Button>
          </p>
        </Notice>
      )}
      {viewer === null && error === undefined && (
        <LoadingRegion label="Connections are loading" heights={[220, 220]} />
      )}
      {viewer !== null && <Integrations viewer={viewer} trouble={trouble} clock={clock} reload={reload} />}
    </Stack>
  );
}

function scopeLine(count: number, waiting: number): string {
  if (count === 0) return 'No connection yet';
  const all = formatQuantity(count, 'connection');
  if (waiting === 0) return all;
  return `${all}, ${waiting} ${waiting === 1 ? 'needs' : 'need'} you`;
}
