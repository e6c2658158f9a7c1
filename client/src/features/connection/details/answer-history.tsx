import { Title } from '@mantine/core';
import type { ConnectionCheckOutcome } from '../../../gql/graphql';
import type { Clock } from '../../../lib/clock';
import { formatMoment } from '../../../lib/format-time';
import { Time } from '../../../ui/time';
import type { DetailedConnection } from '../connection.queries';
import classes from './connection-details.module.css';

interface AnswerHistoryProps {
  title: string;
  answers: DetailedConnection['lastChecks'];
  words: (outcome: ConnectionCheckOutcome) => string;
  /** What to say while there is none. */
  nothing: string;
  clock: Clock;
}

/** What Instagram was asked and how it answered, newest first. */
export function AnswerHistory({ title, answers, words, nothing, clock }: AnswerHistoryProps) {
  return (
    <section className={classes.part}>
      <Title order={3}>{title}</Title>
      {answers.length === 0 ? (
        <p className={classes.quiet}>{nothing}</p>
      ) : (
        <ol className={classes.answers}>
          {answers.map(({ askedAt, outcome, code }) => (
            <li key={askedAt} className={classes.answer}>
              <Time at={askedAt}>{formatMoment(new Date(askedAt), clock.timeZone, clock.now)}</Time>
              <span>
                {words(outcome)}
                {code !== null && <span className={classes.quiet}> (code {code})</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
