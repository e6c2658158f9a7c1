import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asBrowser, builtClient, webApp } from './testing/web-app';

describe('with a built client', () => {
  const client = builtClient();
  afterAll(client.remove);
  const app = () => webApp({ clientDist: client.folder });

  it.each([
    '/',
    '/sign-in',
    '/sign-up',
    '/integrations',
    '/integrations/connect',
    '/analytics',
    '/posts/new',
    '/settings',
    '/settings/delete-account',
    '/account-deleted',
    '/developers',
  ])('%s is the app, fresh, with the nonce of its own response', async (url) => {
    const server = await app();
    const [one, two] = await Promise.all([1, 2].map(() => server.inject({ url, headers: asBrowser })));
    expect(one?.statusCode).toBe(200);
    expect(one?.headers['cache-control']).toBe('no-store');
    const nonce = /<meta nonce="([\w-]{22})">/.exec(one?.body ?? '')?.[1];
    expect(nonce).toBeDefined();
    expect(one?.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(two?.body).not.toContain(String(nonce));
  });

  it('keeps hashed assets for a year and looks again for the others', async () => {
    const server = await app();
    const hashed = await server.inject('/assets/main-A1b2.js');
    expect(hashed.statusCode).toBe(200);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers['content-type']).toContain('javascript');
    const icon = await server.inject('/icon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
  });

  it('sends the compressed twin of an asset where the build left one', async () => {
    const server = await app();
    const url = '/assets/main-A1b2.js';
    const reply = await server.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(reply.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(reply.headers['content-type']).toContain('javascript');
    expect(gunzipSync(reply.rawPayload).toString()).toBe('export {};');
    expect((await server.inject('/assets/main-A1b2.js.gz')).statusCode).toBe(404);
  });

  it('never serves index.html as a file, nor source maps', async () => {
    const server = await app();
    expect((await server.inject('/index.html')).statusCode).toBe(404);
    expect((await server.inject('/assets/main-A1b2.js.map')).statusCode).toBe(404);
    for (const url of ['/assets/../index.html', '/assets/%2e%2e/index.html', '/assets/..%2findex.html']) {
      const reply = await server.inject(url);
      expect(reply.statusCode).toBeGreaterThanOrEqual(400);
      expect(reply.body).not.toContain('root');
    }
  });

  it('answers an unknown address with its own page for a browser and a problem for others', async () => {
    const server = await app();
    const page = await server.inject({ url: '/nothing/here', headers: asBrowser });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('<div id="root">');
    expect(page.body).not.toContain('__CSP_NONCE__');
    for (const request of [
      { url: '/nothing/here', headers: { accept: '*/*' } },
      { url: '/assets/gone-Zz99.js' },
      { url: '/integrations', headers: { accept: 'application/json' } },
      { method: 'POST' as const, url: '/nothing', headers: asBrowser },
    ]) {
      const reply = await server.inject(request);
      expect(reply.statusCode).toBe(404);
      expect(reply.headers['content-type']).toContain('application/problem+json');
    }
  });
});

it('serves a build that was made after the start', async () => {
  const client = builtClient();
  const app = await webApp({ clientDist: client.folder });
  writeFileSync(join(client.folder, 'assets', 'main-C3d4.js'), 'export {};');
  writeFileSync(join(client.folder, 'index.html'), '<script src="/assets/main-C3d4.js"></script>');
  const page = await app.inject({ url: '/', headers: asBrowser });
  expect(page.body).toContain('main-C3d4');
  expect((await app.inject('/assets/main-C3d4.js')).statusCode).toBe(200);
  client.remove();
});

it('says so when the client is not built', async () => {
  const app = await webApp({ clientDist: '/nowhere' });
  const reply = await app.inject({ url: '/integrations', headers: asBrowser });
  expect(reply.statusCode).toBe(503);
  expect(reply.body).toBe('The web app is not built. Run "pnpm build" and load this page again.\n');
});
