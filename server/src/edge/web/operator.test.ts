import { Counter, Registry } from 'prom-client';
import { webApp } from './testing/web-app';

it('/healthz answers while the process lives, whatever else is broken', async () => {
  const app = await webApp({ readiness: () => Promise.reject(new Error('no database')) });
  const reply = await app.inject('/healthz');
  expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ok' }]);
});

describe('/readyz', () => {
  it('is 200 when nothing is missing', async () => {
    const reply = await (await webApp()).inject('/readyz');
    expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('is 503 with the names of what is missing', async () => {
    const app = await webApp({ readiness: async () => ['database', 'worker'] });
    const reply = await app.inject('/readyz');
    expect([reply.statusCode, reply.json()]).toEqual([
      503,
      { status: 'not ready', reasons: ['database', 'worker'] },
    ]);
  });

  it('tells nothing of a failure but that the check failed', async () => {
    const app = await webApp({ readiness: () => Promise.reject(new Error('password for 10.0.0.7')) });
    const reply = await app.inject('/readyz');
    expect([reply.statusCode, reply.json()]).toEqual([503, { status: 'not ready', reasons: ['check'] }]);
  });

  it('does not wait for a check that hangs', async () => {
    const app = await webApp({ readiness: () => new Promise(() => {}), readinessTimeoutMs: 20 });
    const reply = await app.inject('/readyz');
    expect([reply.statusCode, reply.json()]).toEqual([503, { status: 'not ready', reasons: ['timeout'] }]);
  });
});

it('/metrics is the registry as Prometheus reads it', async () => {
  const metrics = new Registry();
  new Counter({ name: 'deletions_total', help: 'Deletions', registers: [metrics] }).inc(3);
  const reply = await (await webApp({ metrics })).inject('/metrics');
  expect(reply.headers['content-type']).toBe(metrics.contentType);
  expect(reply.body).toContain('deletions_total 3');
});
