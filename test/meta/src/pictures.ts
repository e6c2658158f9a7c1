import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { chance } from './analytics.ts';
import { mannerOf } from './manners.ts';
import { findAccount } from './seed.ts';
import { texts } from './wire.ts';
import type { World } from './world.ts';

const SIDE = 96;
const HUGE_BYTES = 12 * 1024 * 1024;
const SLOW_MS = 60_000;
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><script>alert(1)</script></svg>';

/**
 * Profile pictures, as Meta's content network serves them: a square of two colours for each account, so that
 * `profile_picture_url` leads somewhere. Called by no token: whoever has the address may look. What a client must not
 * take for a picture can be played by an account's manner.
 */
export function pictureRoutes(http: FastifyInstance, world: World): void {
  http.get('/pictures/:name', async (request, reply) => {
    const username = /^(\w+)\.png$/.exec(texts(request.params).name ?? '')?.[1] ?? '';
    if (findAccount(username) === undefined) return reply.code(404).send();
    if (request.headers.authorization !== undefined) return reply.code(400).send();
    return serve(reply, username, mannerOf(world, username).picture);
  });
}

async function serve(
  reply: FastifyReply,
  username: string,
  kind: ReturnType<typeof mannerOf>['picture'],
): Promise<FastifyReply> {
  if (kind === 'gone' || kind === 'absent') return reply.code(404).send();
  if (kind === 'moved') return reply.redirect('http://169.254.169.254/latest/meta-data/', 302);
  if (kind === 'slow') await wait(SLOW_MS, undefined, { ref: false });
  // Meta's word for what it sends is not to be believed.
  if (kind === 'page') return reply.type('image/png').send('<!doctype html><h1>Sorry</h1>');
  if (kind === 'drawing') return reply.type('image/png').send(DRAWING);
  if (kind === 'huge') return reply.type('image/png').send(randomBytes(HUGE_BYTES));
  return reply.type('image/png').send(picture(username));
}

function picture(username: string): Buffer {
  const colour = (part: string): number[] =>
    ['r', 'g', 'b'].map((channel) => 60 + Math.floor(160 * chance(username, part, channel)));
  const [above, below] = [colour('above'), colour('below')];
  const rows = Array.from({ length: SIDE }, (_, y) => [
    0,
    ...Array.from({ length: SIDE }, (__, x) => (x + y < SIDE ? above : below)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
