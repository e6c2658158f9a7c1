import { viewerQuery } from '../features/account';
import { lastAnsweredAt } from '../lib/connectivity';
import { createClient } from './create-client';

function answerWith(body: object): jest.SpyInstance {
  const response = () =>
    Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  return jest.spyOn(globalThis, 'fetch').mockImplementation(response);
}

describe('the Apollo Client of the app', () => {
  it('tells when the server no longer knows the session', async () => {
    answerWith({ data: null, errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] });
    const onUnauthenticated = jest.fn();
    await createClient(onUnauthenticated)
      .query({ query: viewerQuery })
      .catch(() => undefined);
    expect(onUnauthenticated).toHaveBeenCalledTimes(1);
  });

  it('keeps quiet about other refusals', async () => {
    answerWith({ data: null, errors: [{ message: 'no', extensions: { code: 'RATE_LIMITED' } }] });
    const onUnauthenticated = jest.fn();
    await createClient(onUnauthenticated)
      .query({ query: viewerQuery })
      .catch(() => undefined);
    expect(onUnauthenticated).not.toHaveBeenCalled();
  });

  it('asks our own host by POST, and remembers when it answered somebody it knows', async () => {
    answerWith({ data: { viewer: null, service: null } });
    const ask = () =>
      createClient(() => undefined)
        .query({ query: viewerQuery, errorPolicy: 'all' })
        .catch(() => undefined);
    const before = lastAnsweredAt();
    await ask();
    expect(lastAnsweredAt()).toBe(before);
    const fetch = answerWith({ data: { viewer: { id: 'acc_1' }, service: null } });
    await ask();
    expect(fetch).toHaveBeenCalledWith('/graphql', expect.objectContaining({ method: 'POST' }));
    expect(lastAnsweredAt()).not.toBe(before);
  });
});
