import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { failureSentence } from '../../../apollo/failure-sentence';
import type { Clock } from '../../../lib/clock';
import { LoadingRegion } from '../../../ui/loading-region';
import { answerWords, renewalWords } from '../check-now/check-words';
import { CommentEventsChoice } from '../comment-events-choice';
import { type CardConnection, connectionDetailsQuery } from '../connection.queries';
import { AccessFacts } from './access-facts';
import { AnswerHistory } from './answer-history';
import classes from './connection-details.module.css';
import { DiagnosticId } from './diagnostic-id';
import { PermissionUses } from './permission-uses';

interface ConnectionDetailsProps {
  connection: CardConnection;
  clock: Clock;
}

const pollMs = 30_000;

/** What a card keeps folded: permissions and their use, what came of checks and renewals, and the id for whoever helps. */
export function ConnectionDetails({ connection, clock }: ConnectionDetailsProps) {
  const { data, previousData, error } = useQuery(connectionDetailsQuery, {
    variables: { id: connection.id },
    fetchPolicy: 'cache-and-network',
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const details = (data ?? previousData)?.viewer?.instagramConnection ?? null;
  if (details === null) {
    return (
      <div className={classes.details}>
        {error === undefined ? (
          <LoadingRegion label="Details are loading" heights={[220]} />
        ) : (
          <p role="status">{failureSentence(error, clock.timeZone, clock.now)}</p>
        )}
      </div>
    );
  }
  return (
    <div className={classes.details}>
      <section className={classes.part}>
        <Title order={3}>Permissions</Title>
        <PermissionUses connection={connection} grantedAt={details.grantedAt} clock={clock} />
      </section>
      <CommentEventsChoice connection={connection} />
      <section className={classes.part}>
        <Title order={3}>Access</Title>
        <AccessFacts connection={connection} details={details} clock={clock} />
      </section>
      <div className={classes.histories}>
        <AnswerHistory
          title="Last checks"
          answers={details.lastChecks}
          words={(outcome) => answerWords[outcome]}
          nothing="None so far. We check when an answer of Instagram's makes us doubt, and when you press Check now."
          clock={clock}
        />
        <AnswerHistory
          title="Renewals"
          answers={details.lastRenewals}
          words={renewalWords}
          nothing="None so far."
          clock={clock}
        />
      </div>
      <DiagnosticId id={details.diagnosticId} />
      <p className={classes.quiet}>Times are in {clock.timeZone}.</p>
    </div>
  );
}
