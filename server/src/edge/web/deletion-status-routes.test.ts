import { deletionStatus } from './testing/deletion-status';
import { asBrowser, memoryLimiter, readableText, webApp } from './testing/web-app';

const status = deletionStatus();
const CODE = status.confirmationCode;
const findDeletionStatus = async (code: string) => (code === CODE ? status : null);
const asJson = { ...asBrowser, accept: 'application/json' };

it('shows the page of a known code, kept out of caches and search engines', async () => {
  const app = await webApp({ findDeletionStatus });
  const reply = await app.inject({ url: `/deletion-status/${CODE}`, headers: asBrowser });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(reply.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  expect(readableText(reply.body)).toContain('Your Instagram data has been deleted');
});

it('finds the code however a person writes it', async () => {
  const app = await webApp({ findDeletionStatus });
  const typed = CODE.toLowerCase().replace(/(.{4})/g, '$1 - ');
  const reply = await app.inject({
    url: `/deletion-status/${encodeURIComponent(typed)}`,
    headers: asBrowser,
  });
  expect(reply.statusCode).toBe(200);
});

describe('content negotiation', () => {
  it.each([
    ['application/json', 'json'],
    ['application/json, text/html;q=0.5', 'json'],
    ['text/html, application/json', 'html'],
    ['*/*', 'html'],
    [undefined, 'html'],
  ])('Accept: %s gets %s', async (accept, kind) => {
    const app = await webApp({ findDeletionStatus });
    const headers = { host: 'localhost:4000', ...(accept === undefined ? {} : { accept }) };
    const reply = await app.inject({ url: `/deletion-status/${CODE}`, headers });
    expect(reply.headers['content-type']).toContain(kind);
    expect(reply.headers.vary).toContain('accept');
  });

  it('answers JSON with the same content, times to the minute, no counts', async () => {
    const app = await webApp({ findDeletionStatus });
    const reply = await app.inject({ url: `/deletion-status/${CODE}`, headers: asJson });
    expect(reply.json()).toEqual({
      confirmationCode: CODE,
      state: 'COMPLETED',
      source: 'META_CALLBACK',
      requestedAt: '2026-11-23T14:02:00.000Z',
      completedAt: '2026-11-23T14:03:00.000Z',
      keysRemovedAt: '2026-11-23T14:02:00.000Z',
      accessWithdrawal: 'NOT_ASKED',
      unrecoverableBy: '2026-12-01T14:02:00.000Z',
      receipt: status.receipt,
      recipients: { told: 0, total: 0 },
      addendum: null,
      categories: [
        { name: 'ACCESS_KEYS', outcome: 'REMOVED', reason: null, keptUntil: null },
        { name: 'INSTAGRAM_IDENTITY', outcome: 'REMOVED', reason: null, keptUntil: null },
        { name: 'ANALYTICS', outcome: 'REMOVED', reason: null, keptUntil: null },
        { name: 'POSTS_AND_MEDIA', outcome: 'KEPT', reason: null, keptUntil: null },
        { name: 'DELETION_RECORD', outcome: 'KEPT', reason: null, keptUntil: '2028-11-23T00:00:00.000Z' },
      ],
    });
  });
});

describe('codes that lead nowhere', () => {
  const nowhere = [
    'A'.repeat(26),
    'short',
    '<script>',
    'A'.repeat(500),
    'a/b/c',
    '%20',
    '..%2f..%2fetc',
    '%ff',
    '%',
    'é'.repeat(26),
  ];

  it('are answered alike, to the byte and in every header', async () => {
    const app = await webApp({ findDeletionStatus, missLimiter: memoryLimiter(100) });
    for (const headers of [asBrowser, asJson]) {
      const replies = await Promise.all(
        nowhere.map((code) => app.inject({ url: `/deletion-status/${code}`, headers })),
      );
      const seen = replies.map((reply) => {
        const { date, 'content-security-policy': policy, ...rest } = reply.headers;
        return JSON.stringify([
          reply.statusCode,
          reply.body,
          rest,
          String(policy).replace(/nonce-[^']+/, 'nonce'),
          typeof date,
        ]);
      });
      expect(new Set(seen).size).toBe(1);
      expect(replies[0]?.statusCode).toBe(404);
    }
  });

  it('are not even looked up when they cannot be codes', async () => {
    const asked: string[] = [];
    const app = await webApp({
      findDeletionStatus: async (code) => {
        asked.push(code);
        return null;
      },
    });
    for (const code of nowhere) await app.inject({ url: `/deletion-status/${code}`, headers: asBrowser });
    expect(asked).toEqual(['A'.repeat(26)]);
  });

  it('get a way forward: what a code looks like, the form, whom to ask', async () => {
    const app = await webApp({ findDeletionStatus });
    const { body } = await app.inject({ url: '/deletion-status/nothing', headers: asBrowser });
    expect(body).toContain('<h1>We cannot find this code</h1>');
    expect(body).toContain('<form action="/deletion-status" method="get">');
    expect(readableText(body)).toContain('founder@magnatex.co');
    expect(body).toContain('content="noindex"');
  });
});

describe('the receipt', () => {
  const document = { receipt: 'a.b.c', leafIndex: 6 };
  const findReceipt = async (code: string) => (code === CODE ? document : null);

  it('is a file to keep, out of caches and search engines', async () => {
    const app = await webApp({ findReceipt });
    const reply = await app.inject({ url: `/deletion-status/${CODE}/receipt.json`, headers: asBrowser });
    expect([reply.statusCode, reply.json()]).toEqual([200, document]);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="deletion-receipt.json"',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
  });

  it('answers codes that lead nowhere alike, and counts them with the other misses', async () => {
    const missLimiter = memoryLimiter(3);
    const app = await webApp({ findReceipt, missLimiter });
    const ask = (code: string) => app.inject({ url: `/deletion-status/${code}/receipt.json` });
    const replies = [await ask('A'.repeat(26)), await ask('short'), await ask('%20')];
    expect(new Set(replies.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(replies[0]?.statusCode).toBe(404);
    expect((await ask('short')).statusCode).toBe(429);
    expect((await ask(CODE)).statusCode).toBe(200);
  });

  it('is not lost but late when the records cannot be reached', async () => {
    const app = await webApp({ findReceipt: () => Promise.reject(new Error('no database')) });
    expect((await app.inject({ url: `/deletion-status/${CODE}/receipt.json` })).statusCode).toBe(503);
  });
});

it('publishes the keys that receipts are checked with, and the newest checkpoint of their log', async () => {
  const keys = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'k' }] };
  const app = await webApp({
    receiptKeys: async () => keys,
    receiptCheckpoint: async () => 'log\n7\nroot\n',
  });
  const jwks = await app.inject('/.well-known/jwks.json');
  expect([jwks.statusCode, jwks.json()]).toEqual([200, keys]);
  expect(jwks.headers['content-type']).toContain('application/jwk-set+json');
  const checkpoint = await app.inject('/.well-known/deletion-receipts/checkpoint');
  expect([checkpoint.statusCode, checkpoint.body]).toEqual([200, 'log\n7\nroot\n']);
  expect(checkpoint.headers['content-type']).toBe('text/plain; charset=utf-8');
});

describe('the form', () => {
  it('is all that a bare address shows', async () => {
    const app = await webApp();
    const reply = await app.inject({ url: '/deletion-status', headers: asBrowser });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).toContain('<h1>Check a deletion code</h1>');
  });

  it.each([
    ['7q4m-2ktd 2xra', '7Q4M2KTD2XRA'],
    ['//evil.example/x', '%2F%2FEVIL.EXAMPLE%2FX'],
    ['é\r\nx', '%C3%89X'],
  ])('leads from %j to the code itself', async (typed, code) => {
    const app = await webApp();
    const reply = await app.inject({
      url: `/deletion-status?code=${encodeURIComponent(typed)}`,
      headers: asBrowser,
    });
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toBe(`/deletion-status/${code}`);
  });

  it('shows itself again when nothing was typed', async () => {
    const app = await webApp();
    expect((await app.inject({ url: '/deletion-status?code=+-+', headers: asBrowser })).statusCode).toBe(200);
  });
});

describe('the limit', () => {
  it('counts only lookups that find nothing, for each address', async () => {
    const missLimiter = memoryLimiter(2);
    const app = await webApp({ findDeletionStatus, missLimiter });
    const ask = (code: string, remoteAddress: string) =>
      app.inject({ url: `/deletion-status/${code}`, headers: asBrowser, remoteAddress });

    for (let time = 0; time < 5; time += 1) expect((await ask(CODE, '192.0.2.1')).statusCode).toBe(200);
    expect(missLimiter.taken).toEqual([]);
    expect((await ask('nothing', '192.0.2.1')).statusCode).toBe(404);
    expect((await ask('nothing', '192.0.2.1')).statusCode).toBe(404);

    const refused = await ask('nothing', '192.0.2.1');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect((await ask(CODE, '192.0.2.1')).statusCode).toBe(200);
    expect((await ask(CODE, '192.0.2.2')).statusCode).toBe(200);
  });
});

it('says that it cannot look, and not that there is nothing, when the records cannot be reached', async () => {
  const app = await webApp({ findDeletionStatus: () => Promise.reject(new Error('no database')) });
  const reply = await app.inject({ url: `/deletion-status/${CODE}`, headers: asBrowser });
  expect(reply.statusCode).toBe(503);
  expect(reply.body).not.toContain('no database');
  expect(reply.body).not.toContain('cannot find');
});
