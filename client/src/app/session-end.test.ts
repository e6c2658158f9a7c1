import { ApolloClient } from '@apollo/client';
import { createMemoryRouter } from 'react-router';
import { createCache } from '../apollo/create-client';
import { viewerQuery } from '../features/account';
import { FakeServer } from '../testing/fake-server';
import { leaveDeletedAccount, leaveEndedSession } from './session-end';

function appAt(address: string) {
  const client = new ApolloClient({ link: new FakeServer().link, cache: createCache() });
  const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: [address] });
  return { client, router };
}

describe('a session that ended', () => {
  it('leads to sign-in with the way back, and leaves no data behind', async () => {
    const { client, router } = appAt('/analytics?connection=conn_1');
    await client.query({ query: viewerQuery });

    await leaveEndedSession(client, router);

    expect(router.state.location).toMatchObject({
      pathname: '/sign-in',
      search: '?returnTo=%2Fanalytics%3Fconnection%3Dconn_1',
      state: { reason: 'session-ended' },
    });
    expect(client.cache.extract()).toEqual({});
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
