import { get, type IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Sending } from '../../features/export';
import { silentLog } from '../../platform/log';
import { SessionCookie } from '../session-cookie';
import { registerExportRoutes } from './export-routes';

const PIECE = Buffer.alloc(64 * 1024, 7);
/** More than the buffers between the server and a reader who does not read can hold. */
const MANY = 600;

let app: FastifyInstance;
let told: string[];
let noted: Promise<void>;

async function serve(pieces: number, stallMs: number, fail = false): Promise<string> {
  told = [];
  const over = Promise.withResolvers<void>();
  noted = over.promise;
  const tell = (word: string) => async () => {
    told.push(word);
    over.resolve();
  };
  const sending: Sending = {
    sizeBytes: pieces * PIECE.length,
    madeAt: new Date('2026-11-23T18:00:00Z'),
    async *bytes() {
      for (let piece = 0; piece < pieces; piece += 1) {
        if (fail && piece === 3) throw new Error('ended meanwhile');
        yield PIECE;
      }
    },
    completed: tell('completed'),
    brokenOff: tell('broken off'),
  };
  app = Fastify();
  await app.register(cookie);
  registerExportRoutes(app, {
    dataExports: { open: async () => sending },
    sessions: { find: async () => ({ accountId: 'a', sessionHash: Buffer.alloc(1) }) },
    cookie: new SessionCookie(false),
    log: silentLog,
    background: () => {},
    stallMs,
  });
  return app.listen({ host: '127.0.0.1', port: 0 });
}
afterEach(() => app.close());

const ask = (origin: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = { headers: { cookie: 'sid=anybody' }, agent: false };
    get(`${origin}/exports/${'A'.repeat(43)}`, options, resolve).once('error', reject);
  });

async function length(response: IncomingMessage): Promise<number> {
  let bytes = 0;
  try {
    for await (const part of response) bytes += part.length;
  } catch {
    // Broken off: what came is counted.
  }
  return bytes;
}

it('counts as downloaded when all of it was handed over', async () => {
  const response = await ask(await serve(5, 5_000));
  expect(await length(response)).toBe(5 * PIECE.length);
  await noted;
  expect(told).toEqual(['completed']);
});

it('counts as broken off when the reader leaves', async () => {
  const response = await ask(await serve(MANY, 5_000));
  response.destroy();
  await noted;
  expect(told).toEqual(['broken off']);
});

it('cuts a reader off who takes nothing', async () => {
  const response = await ask(await serve(MANY, 100));
  await noted;
  expect(told).toEqual(['broken off']);
  expect(await length(response)).toBeLessThan(MANY * PIECE.length);
});

it('breaks off, and never ends as if whole, when the file goes in the middle', async () => {
  const response = await ask(await serve(MANY, 5_000, true));
  expect(await length(response)).toBeLessThan(4 * PIECE.length);
  expect(response.complete).toBe(false);
  await noted;
  expect(told).toEqual(['broken off']);
});
