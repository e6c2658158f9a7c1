import { ApolloClient } from '@apollo/client';
import { createMemoryRouter } from 'react-router';
import { createCache } from '../apollo/create-client';
import { viewerQuery } from '../features/account';
import { markAnswered } from '../lib/connectivity';
import { FakeServer } from '../testing/fake-server';
import { leaveDeletedAccount, leaveEndedSession } from './session-end';

afterEach(() => jest.useRealTimers());

function appAt(address: string, server = new FakeServer({ signedIn: false })) {
  const client = new ApolloClient({ link: server.link, cache: createCache() });
  const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: [address] });
  return { client, router };
}

describe('a session that ended', () => {
  it('leads to sign-in with the way back, and leaves no data behind', async () => {
    const server = new FakeServer();
    const { client, router } = appAt('/analytics?connection=conn_1', server);
    await client.query({ query: viewerQuery });
    server.state.signedIn = false;

    await leaveEndedSession(client, router);

    expect(router.state.location).toMatchObject({
      pathname: '/sign-in',
      search: '?returnTo=%2Fanalytics%3Fconnection%3Dconn_1',
      state: { reason: 'session-ended' },
    });
    expect(client.cache.extract()).toEqual({});
  });

  it.each([
    [23, 'session-ended'],
    [24, 'session-idle'],
  ])('says so only when it was a day without use: %i hours, %s', async (hours, reason) => {
    markAnswered();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setTimeout', 'setImmediate', 'nextTick'] });
    jest.setSystemTime(Date.now() + hours * 3_600_000 + 1000);
    const { client, router } = appAt('/analytics');
    await leaveEndedSession(client, router);
    expect(router.state.location.state).toEqual({ reason });
  });

  it('goes on when only the cookie was renewed: what was refused meanwhile is asked once more', async () => {
    const server = new FakeServer();
    const { client, router } = appAt('/settings', server);
    const watched = client.watchQuery({ query: viewerQuery }).subscribe(() => undefined);
    await client.query({ query: viewerQuery });
    const before = server.received.length;
    await leaveEndedSession(client, router);
    expect(router.state.location.pathname).toBe('/settings');
    expect(server.received.length).toBe(before + 2);
    watched.unsubscribe();
  });

  it('changes nothing for somebody who is signing in', async () => {
    const { client, router } = appAt('/sign-in?returnTo=%2Fanalytics');
    await leaveEndedSession(client, router);
    expect(router.state.location.search).toBe('?returnTo=%2Fanalytics');
  });
});

describe('an account that another window deleted', () => {
  it('leads to sign-in with the reason, without a way back, and leaves no data behind', async () => {
    const { client, router } = appAt('/analytics?connection=conn_1');
    await client.query({ query: viewerQuery });

    await leaveDeletedAccount(client, router);

    expect(router.state.location).toMatchObject({
      pathname: '/sign-in',
      search: '',
      state: { reason: 'account-deleted' },
    });
    expect(client.cache.extract()).toEqual({});
  });

  it.each(['/sign-in', '/account-deleted'])('changes nothing at %s', async (address) => {
    const { client, router } = appAt(address);
    await leaveDeletedAccount(client, router);
    await leaveEndedSession(client, router);
    expect(router.state.location).toMatchObject({ pathname: address, state: null });
  });
});
