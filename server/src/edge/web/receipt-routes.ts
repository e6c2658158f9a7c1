import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem';

export interface ReceiptRoutesDeps {
  /** The public keys that receipts are signed with, retired ones included: a JSON Web Key Set. */
  readonly receiptKeys: () => Promise<object>;
  /** The newest signed checkpoint of the log of receipts; null while the log is empty. */
  readonly receiptCheckpoint: () => Promise<string | null>;
}

const FOR_FIVE_MINUTES = 'public, max-age=300';

/** What anybody needs to check a receipt: `/.well-known/jwks.json`, and the log's newest checkpoint as plain text. */
export function registerReceiptRoutes(app: FastifyInstance, deps: ReceiptRoutesDeps): void {
  app.get('/.well-known/jwks.json', async (_request, reply) => {
    const keys = await deps.receiptKeys();
    return reply
      .header('cache-control', FOR_FIVE_MINUTES)
      .type('application/jwk-set+json')
      .send(JSON.stringify(keys));
  });

  app.get('/.well-known/deletion-receipts/checkpoint', async (_request, reply) => {
    const checkpoint = await deps.receiptCheckpoint();
    if (checkpoint === null) return sendProblem(reply, 404, 'No receipt has been issued yet');
    return reply.type('text/plain; charset=utf-8').send(checkpoint);
  });
}
