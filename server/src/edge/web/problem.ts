import type { FastifyReply } from 'fastify';

/** Answers with a problem document (RFC 9457). The title is for people and never repeats what was sent. */
export function sendProblem(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status }));
}
