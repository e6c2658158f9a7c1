import { crc32, deflateSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { chance } from './analytics.ts';
import { findAccount } from './seed.ts';
import { texts } from './wire.ts';

const SIDE = 96;

/** Profile pictures: a square of two colours for each account, so that `profile_picture_url` leads somewhere. */
export function pictureRoutes(http: FastifyInstance): void {
  http.get('/pictures/:name', async (request, reply) => {
    const username = /^(\w+)\.png$/.exec(texts(request.params).name ?? '')?.[1] ?? '';
    if (findAccount(username) === undefined) return reply.code(404).send();
    return reply.type('image/png').send(picture(username));
  });
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
