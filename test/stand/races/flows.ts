import { ANAS } from '../pair';
import { consent } from '../person';
import { rowIdOf } from '../snapshot';
import type { RaceWorld } from './race-world';
import type { Flow } from './run-order';

const CONNECTIONS_LOCKED = /FROM "instagram_connection" .* FOR UPDATE/s;
const CONNECTS_ENDED = /^DELETE FROM "connect_attempt" WHERE \(NOT/;
const RECEIPT = /pg_advisory_xact_lock/;

/** Meta's data-deletion callback about Ana, and the job that it queues. */
export const erasure: Flow<RaceWorld> = {
  name: 'a deletion',
  stops: [
    { after: 'recorded', before: CONNECTS_ENDED },
    { after: 'ended the connects under way', before: CONNECTIONS_LOCKED },
    { after: 'cut the connection', before: /^COMMIT/ },
    { after: 'took in the request', before: /^DELETE FROM "analytics_day"/ },
    { after: 'erased the analytics', before: /^DELETE FROM "instagram_connection"/ },
    { after: 'counted that nothing is left', before: RECEIPT },
  ],
  async run(world) {
    const answer = await world.callBack('/meta/data-deletion');
    await world.erase('META_CALLBACK');
    return JSON.parse(answer).confirmation_code;
  },
};

/** The collection of Ana's newest three days. */
export const sync: Flow<RaceWorld> = {
  name: 'a sync',
  stops: [
    { after: 'read the connection', before: /FROM "keystore"\."data_key"/ },
    { after: 'opened the token', before: /FOR SHARE/ },
    { after: 'noted that it runs', before: /^COMMIT/ },
    { after: 'fetched a day', before: /FOR SHARE/ },
    { after: 'stored everything', before: /SET "checked_at"/ },
  ],
  run: (world) =>
    world.stand.app.jobs.perform('sync-analytics', { connectionId: rowIdOf(world.pair.connection) }),
};

/**
 * Ana connects her Instagram account once more: begins, consents at Instagram, comes back. Without analytics this time,
 * because fetching them after each of many hundred connects proves nothing here.
 */
export const connect: Flow<RaceWorld> = {
  name: 'a connect',
  stops: [
    { after: 'began', before: /^UPDATE "connect_attempt" SET "consumed_at"/ },
    { after: 'came back', before: /FROM "connect_attempt" "ConnectAttemptRow"/ },
    { after: 'got a grant', before: CONNECTIONS_LOCKED },
    { after: 'locked the connections', before: /SKIP LOCKED/ },
    { after: 'stored the grant', before: /^COMMIT/ },
  ],
  async run(world) {
    const { ana } = world.pair;
    const query = 'mutation { connectInstagram(input: {}) { authorizationUrl } }';
    const begun = await world.ask(ana, 'POST', '/graphql', { query });
    const back = new URL(
      await consent(begun.json().data.connectInstagram.authorizationUrl, ANAS, {
        untick: ['instagram_business_manage_insights'],
      }),
    );
    const end = await world.ask(ana, 'GET', `${back.pathname}${back.search}`);
    return new URL(String(end.headers.location)).searchParams.get('connect');
  },
};

/** Ana disconnects, Instagram is asked to withdraw our access, and the job runs that is queued then. */
export const disconnecting: Flow<RaceWorld> = {
  name: 'a disconnect',
  stops: [
    { after: 'asked', before: CONNECTIONS_LOCKED },
    { after: 'cut the connection', before: /^COMMIT/ },
    { after: 'had Instagram’s answer', before: /SET "access_withdrawal"/ },
    { after: 'queued the erasure again', before: /^DELETE FROM "analytics_day"/ },
    { after: 'counted that nothing is left', before: RECEIPT },
  ],
  async run(world) {
    const query = `mutation ($id: ID!) { disconnectInstagram(input: { connectionId: $id }) { userErrors { message } } }`;
    const variables = { id: world.pair.connection };
    const answer = await world.ask(world.pair.ana, 'POST', '/graphql', { query, variables });
    await world.stand.app.settled();
    await world.erase('DISCONNECT');
    return answer.json().errors?.[0]?.extensions.code ?? 'disconnected';
  },
};

/** Meta's deauthorize callback about Ana. */
export const deauthorization: Flow<RaceWorld> = {
  name: 'a deauthorization',
  stops: [
    { after: 'recorded', before: CONNECTS_ENDED },
    { after: 'ended the connects under way', before: CONNECTIONS_LOCKED },
    { after: 'removed the token', before: /^COMMIT/ },
  ],
  run: (world) => world.callBack('/meta/deauthorize'),
};

/** The renewal of Ana's token, as its job does it; it has to be due. */
export const renewal: Flow<RaceWorld> = {
  name: 'a renewal',
  stops: [
    { after: 'took the lease', before: /FROM "keystore"\."data_key"/ },
    { after: 'had a fresh token of Instagram’s', before: /for no key update/i },
    { after: 'held the connection', before: /^update "?token_renewal/i },
    { after: 'stored the token', before: /^COMMIT/ },
  ],
  run: (world) =>
    world.stand.app.jobs.perform('renew-token', { connectionId: rowIdOf(world.pair.connection) }),
};
