import type { ConnectionEvidenceKind } from '../../../gql/graphql';
import type { Clock } from '../../../lib/clock';
import { formatMoment } from '../../../lib/format-time';
import { Facts } from '../../../ui/facts';
import { Time } from '../../../ui/time';
import type { CardConnection, DetailedConnection } from '../connection.queries';

interface AccessFactsProps {
  connection: CardConnection;
  details: DetailedConnection;
  clock: Clock;
}

const restsOn: Record<ConnectionEvidenceKind, string> = {
  CALLBACK: 'a message from Instagram',
  CHECK: 'a check that was confirmed',
  CLOCK: 'the date on which access ends',
  GRANT: 'what was granted',
  CONFIGURATION: "this installation's Instagram app",
};

/** The times behind the sentences of a card, and what its state rests on. */
export function AccessFacts({ connection, details, clock: { timeZone, now } }: AccessFactsProps) {
  const { tokenHealth, checkedAt, displayName, analyticsSync } = connection;
  const { kind, code } = details.statusEvidence;
  const moment = (at: string | null | undefined, otherwise: string) =>
    at == null ? otherwise : <Time at={at}>{formatMoment(new Date(at), timeZone, now)}</Time>;
  return (
    <Facts>
      {displayName !== null && <Facts.Item label="Name">{displayName}</Facts.Item>}
      <Facts.Item label="Granted">{moment(details.grantedAt, 'not known')}</Facts.Item>
      <Facts.Item label="Access until">
        {tokenHealth === null ? 'ended, the key is destroyed' : moment(tokenHealth.expiresAt, 'not known')}
      </Facts.Item>
      <Facts.Item label="Renewed">
        {moment(tokenHealth?.lastRefreshedAt, 'not since it was granted')}
      </Facts.Item>
      <Facts.Item label="Next renewal">{moment(tokenHealth?.nextRefreshAt, 'none planned')}</Facts.Item>
      <Facts.Item label="Last answer">{moment(checkedAt, 'none yet')}</Facts.Item>
      <Facts.Item label="Analytics">
        {moment(analyticsSync.syncedAt, 'not fetched yet')}
        {analyticsSync.failedAt !== null && <>, newest try failed {moment(analyticsSync.failedAt, '')}</>}
      </Facts.Item>
      <Facts.Item label="Days kept">{analyticsSync.storedDays}</Facts.Item>
      <Facts.Item label="State rests on">
        {restsOn[kind]}
        {code !== null && `; Instagram's code ${code}`}
      </Facts.Item>
    </Facts>
  );
}
