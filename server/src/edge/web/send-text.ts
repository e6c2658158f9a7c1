import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

/** Sends a text of ours, gzipped where the reader takes it. The type carries its own charset. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
): Promise<FastifyReply> {
  reply.type(type).header('vary', 'accept, accept-encoding');
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers['accept-encoding'] ?? '')) {
    return reply.send(text);
  }
  return reply.header('content-encoding', 'gzip').send(await compress(text));
}

/** Sends a page, gzipped where the reader takes it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, html: string): Promise<FastifyReply> {
  return sendText(request, reply, 'text/html; charset=utf-8', html);
}
