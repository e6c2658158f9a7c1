import { asBrowser, builtClient, webApp } from './testing/web-app';

describe('security headers', () => {
  const client = builtClient();
  afterAll(client.remove);

  it.each([
    '/',
    '/integrations',
    '/assets/main-A1b2.js',
    '/data-deletion',
    '/privacy',
    '/deletion-status',
    '/deletion-status/nothing',
    '/healthz',
    '/readyz',
    '/metrics',
    '/nothing/here',
    '/%E0%A4%A',
    '/.well-known/security.txt',
  ])('are on %s', async (url) => {
    const app = await webApp({ clientDist: client.folder });
    const { headers } = await app.inject({ url, headers: asBrowser });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cache-control']).toBeDefined();
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(String(headers['content-security-policy']).replace(/'nonce-[\w-]{22}'/, "'nonce-N'")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' blob: data:; " +
        "media-src 'self' blob:; worker-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('are on routes that other doors add, and on their failures', async () => {
    const app = await webApp();
    app.get('/broken', async () => {
      throw new Error('broken');
    });
    const { headers, statusCode } = await app.inject('/broken');
    expect(statusCode).toBe(500);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('promise https only where the public address is https', async () => {
    const app = await webApp({ publicUrl: new URL('https://social.example') });
    for (const url of ['/healthz', '/%E0%A4%A']) {
      const { headers } = await app.inject({ url, headers: { host: 'social.example' } });
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    }
  });

  it('echo nothing of an address that cannot be read', async () => {
    const app = await webApp();
    const reply = await app.inject('/%E0%A4%A<b>');
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.body).not.toContain('%E0');
  });
});

describe('a page asked for on another host', () => {
  const elsewhere = { ...asBrowser, host: '127.0.0.1:4000' };

  it.each(['/', '/integrations/connect?x=1', '/data-deletion', '/deletion-status/abc', '/nothing'])(
    '%s is asked for again on the public one',
    async (url) => {
      const app = await webApp();
      const reply = await app.inject({ url, headers: elsewhere });
      expect(reply.statusCode).toBe(307);
      expect(reply.headers.location).toBe(`http://localhost:4000${url}`);
      expect(reply.headers['cache-control']).toBe('no-store');
    },
  );

  it.each(['/healthz', '/readyz', '/metrics'])('but %s answers anywhere', async (url) => {
    const app = await webApp();
    expect((await app.inject({ url, headers: elsewhere })).statusCode).toBe(200);
  });

  it('is the same host in capitals or with the standard port', async () => {
    const app = await webApp({ publicUrl: new URL('https://social.example') });
    for (const host of ['Social.Example', 'social.example:443']) {
      expect((await app.inject({ url: '/privacy', headers: { host } })).statusCode).toBe(200);
    }
  });

  it('never leads off the public host', async () => {
    const app = await webApp();
    for (const url of ['//evil.example/', '/\\evil.example', 'http://evil.example/privacy']) {
      const { headers, statusCode } = await app.inject({ url, headers: elsewhere });
      if (statusCode === 307) expect(new URL(String(headers.location)).host).toBe('localhost:4000');
    }
  });
});
