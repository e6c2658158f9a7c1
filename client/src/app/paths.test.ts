import { connectPath, returnPath, signInPath } from './paths';

const from = (search: string) => returnPath(new URLSearchParams(search));

describe('the way back after signing in', () => {
  it('leads to where one was, with its query', () => {
    const [, query = ''] = signInPath('/analytics?connection=conn_1').split('?');
    expect(from(query)).toBe('/analytics?connection=conn_1');
  });

  it.each([
    ['nowhere', ''],
    ['another host', 'returnTo=https://evil.example/'],
    ['another host without a scheme', 'returnTo=//evil.example'],
    ['another host behind a backslash', 'returnTo=/\\evil.example'],
    ['a script', 'returnTo=javascript:alert(1)'],
    ['the sign-in page itself', 'returnTo=/sign-in?returnTo=/sign-in'],
  ])('leads to the first screen instead of %s', (_what, search) => {
    expect(from(search)).toBe('/integrations');
  });

  it('is left out when it is the front page', () => {
    expect(signInPath('/')).toBe('/sign-in');
  });
});

describe('the way to connect', () => {
  it('names the connection it reconnects', () => {
    expect(connectPath()).toBe('/integrations/connect');
    expect(connectPath('conn_1')).toBe('/integrations/connect?connection=conn_1');
  });
});
