import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Log } from '../../platform/log';
import { sendProblem } from './problem';

/** Names what is not ready (`database`, `migrations`, `worker`); an empty list means ready. */
export type ReadinessCheck = () => Promise<readonly string[]>;

export interface OperatorDeps {
  readonly readiness: ReadinessCheck;
  /** How long the check may take before it counts as failed, in milliseconds. */
  readonly readinessTimeoutMs?: number;
  readonly metrics: Pick<Registry, 'metrics' | 'contentType'>;
  readonly log: Log;
}

/**
 * The operator's endpoints: `/healthz` says that the process answers, `/readyz` whether it can do its work (503 with the
 * names of what is missing), `/metrics` is Prometheus text.
 */
export function registerOperatorRoutes(app: FastifyInstance, deps: OperatorDeps): void {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const reasons = await readinessReasons(deps).catch((error: unknown) => {
      deps.log.error('web.readiness-failed', {}, error);
      return ['check'];
    });
    if (reasons.length === 0) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready', reasons });
  });

  app.get('/metrics', async (_request, reply) => {
    try {
      return await reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
    } catch (error) {
      deps.log.error('web.metrics-failed', {}, error);
      return sendProblem(reply, 500, 'Metrics could not be collected');
    }
  });
}

/** A check that hangs is a check that failed: whoever asks has a deadline of its own. */
async function readinessReasons(deps: OperatorDeps): Promise<readonly string[]> {
  const deadline = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => deadline.resolve(['timeout']), deps.readinessTimeoutMs ?? 3000);
  try {
    return await Promise.race([deps.readiness(), deadline.promise]);
  } finally {
    clearTimeout(timer);
  }
}
