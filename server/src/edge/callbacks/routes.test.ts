import fastify from 'fastify';
import { type CallbackDependencies, registerCallbacks } from './routes';

async function door() {
  const finish = jest.fn(async () => ({ kind: 'unknown' }) as const);
  const deps = {
    publicUrl: 'https://sociogenie.example',
    cookie: { read: () => null },
    finish,
  } as unknown as CallbackDependencies;
  const app = fastify();
  await registerCallbacks(app, deps);
  return { app, finish };
}

const RETURN = '/meta/oauth/callback?code=c&state=s';

it('finishes a connect for who comes back', async () => {
  const { app, finish } = await door();
  const { statusCode, headers } = await app.inject({ method: 'GET', url: RETURN });
  expect(statusCode).toBe(302);
  expect(headers.location).toBe('https://sociogenie.example/integrations?connect=unknown');
  expect(finish).toHaveBeenCalledWith(null, { state: 's', code: 'c', error: null });
});

it.each(['HEAD', 'OPTIONS', 'POST', 'PUT'] as const)('finishes nothing for a %s', async (method) => {
  const { app, finish } = await door();
  expect((await app.inject({ method, url: RETURN })).statusCode).toBe(404);
  expect(finish).not.toHaveBeenCalled();
});
