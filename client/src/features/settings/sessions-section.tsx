import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { LoadingRegion } from '../../ui/loading-region';
import { Notice } from '../../ui/notice';
import { useTimeZone } from '../account';
import { Section } from './section';
import { SessionList } from './session-list';
import { sessionsQuery } from './sessions.queries';
import classes from './settings-form.module.css';
import { useEndSessions } from './use-end-sessions';

/** Where the account is signed in, and a way to end each of it. */
export function SessionsSection() {
  const timeZone = useTimeZone();
  const { data, error, refetch } = useQuery(sessionsQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const list = useRef<HTMLUListElement>(null);
  const ending = useEndSessions(timeZone, () => list.current?.focus());
  const sessions = data?.viewer?.sessions;
  return (
    <Section id="sessions" title="Sign-in sessions">
      <Text c="dimmed">
        Where you are signed in. A session ends after a day without use, and after 30 days in all.
      </Text>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          <Text>Your sessions could not be loaded. {failureSentence(error, timeZone)}</Text>
          <Button mt="sm" onClick={() => void refetch().catch(() => undefined)}>
            Load again
          </Button>
        </Notice>
      )}
      {sessions === undefined && error === undefined && (
        <LoadingRegion label="Your sessions are loading" heights={[56, 56]} />
      )}
      {sessions !== undefined && (
        <SessionList ref={list} sessions={sessions} ending={ending} timeZone={timeZone} />
      )}
      {ending.failure !== null && (
        <Notice tone="danger" role="alert">
          {ending.failure}
        </Notice>
      )}
      <Text role="status" className={classes.outcome}>
        {ending.outcome}
      </Text>
    </Section>
  );
}
