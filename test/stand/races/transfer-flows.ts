import { consent, type Person } from '../person';
import type { RaceWorld } from './race-world';
import type { Flow } from './run-order';

const CONNECTIONS_LOCKED = /FROM "instagram_connection" .* FOR UPDATE/s;
const RECEIPT = /pg_advisory_xact_lock.*receipt|pg_advisory_xact_lock/;

/** Somebody connects an Instagram account, without analytics: begins, consents at Instagram, comes back. Answers the outcome. */
export function connecting(person: () => Person, username: string): Flow<RaceWorld> {
  return {
    name: `a connect of @${username}`,
    stops: [
      { after: 'came back', before: /FROM "connect_attempt" "ConnectAttemptRow"/ },
      { after: 'got a grant', before: CONNECTIONS_LOCKED },
      { after: 'locked the connections', before: /SKIP LOCKED/ },
      { after: 'stored the grant', before: /^COMMIT/ },
    ],
    async run(world) {
      const query = 'mutation { connectInstagram(input: {}) { authorizationUrl } }';
      const begun = await world.ask(person(), 'POST', '/graphql', { query });
      const { authorizationUrl } = begun.json().data.connectInstagram;
      const back = new URL(
        await consent(authorizationUrl, username, { untick: ['instagram_business_manage_insights'] }),
      );
      const end = await world.ask(person(), 'GET', `${back.pathname}${back.search}`);
      return new URL(String(end.headers.location)).searchParams.get('connect');
    },
  };
}

/** Ana answers a request with yes, and the job runs that is queued then. */
export const releasing: Flow<RaceWorld> = {
  name: 'a release',
  stops: [
    { after: 'asked', before: CONNECTIONS_LOCKED },
    { after: 'cut the connection', before: /^COMMIT/ },
    { after: 'queued the erasure', before: /^DELETE FROM "analytics_day"/ },
    { after: 'counted that nothing is left', before: RECEIPT },
  ],
  async run(world) {
    const query = `mutation ($id: ID!) { releaseConnection(input: { connectionId: $id }) { userErrors { __typename } } }`;
    const variables = { id: world.pair.connection };
    const answer = await world.ask(world.pair.ana, 'POST', '/graphql', { query, variables });
    await world.erase('TRANSFER');
    const body = answer.json();
    return (
      body.errors?.[0]?.extensions.code ?? body.data.releaseConnection.userErrors[0]?.__typename ?? 'released'
    );
  },
};

/** Ana answers a request with no. */
export const keeping: Flow<RaceWorld> = {
  name: 'a no',
  stops: [
    { after: 'asked', before: CONNECTIONS_LOCKED },
    { after: 'locked the request', before: /^UPDATE "transfer_request"/ },
    { after: 'answered', before: /^COMMIT/ },
  ],
  async run(world) {
    const query = `mutation ($id: ID!) { keepConnection(input: { connectionId: $id }) { userErrors { __typename } } }`;
    const variables = { id: world.pair.connection };
    const body = (await world.ask(world.pair.ana, 'POST', '/graphql', { query, variables })).json();
    return body.errors?.[0]?.extensions.code ?? body.data.keepConnection.userErrors[0]?.__typename ?? 'kept';
  },
};

/** Somebody takes a request back. */
export function withdrawing(person: () => Person, request: () => string): Flow<RaceWorld> {
  return {
    name: 'a withdrawal',
    stops: [
      { after: 'found the request', before: CONNECTIONS_LOCKED },
      { after: 'held the connection', before: /^DELETE FROM "transfer_request"/ },
      { after: 'ended the request', before: /^COMMIT/ },
    ],
    async run(world) {
      const query = `mutation ($id: ID!) { withdrawTransfer(input: { transferRequestId: $id }) { userErrors { __typename } } }`;
      const answer = await world.ask(person(), 'POST', '/graphql', { query, variables: { id: request() } });
      return answer.json().errors?.[0]?.extensions.code ?? 'withdrawn';
    },
  };
}
