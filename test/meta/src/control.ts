import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { expectedDay } from './analytics.ts';
import type { CallbackKind, CallbackOptions } from './callbacks.ts';
import { controlPages } from './control-page.ts';
import * as schemas from './control-schemas.ts';
import { type AccountChange, type Controls, createControls } from './controls.ts';
import type { Fault } from './faults.ts';
import type { Manner, Service } from './manners.ts';
import type { TokenEnd } from './state.ts';
import type { Variants } from './variants.ts';
import type { DeliveryOptions } from './webhooks.ts';
import type { App, World } from './world.ts';

interface ClockChange {
  fixedAt?: string;
  offsetMs?: number;
  advanceMs?: number;
}

/** The control page and the control API under `/sandbox` (README.md of this package), for no page of another origin. */
export function controlRoutes(http: FastifyInstance, world: World): void {
  const controls = createControls(world);
  http.register(
    async (api) => {
      api.addHook('onRequest', async (request, reply) => refuseStrangers(world, request, reply));
      controlPages(api, world, controls);
      stateRoutes(api, world, controls);
      faultRoutes(api, controls);
      accountRoutes(api, controls);
      callbackRoutes(api, controls);
      webhookRoutes(api, controls);
    },
    { prefix: '/sandbox' },
  );
}

/** A page of some website must not steer the sandbox through the browser of the person who runs it. */
async function refuseStrangers(world: World, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { origin } = request.headers;
  if (origin === undefined || origin === new URL(world.publicUrl).origin) return;
  await reply.code(403).send({ error: { message: 'The control API answers no page of another origin.' } });
}

function stateRoutes(api: FastifyInstance, world: World, controls: Controls): void {
  api.get('/state', async () => {
    const { secret: _, webhookVerifyToken: __, ...app } = world.app;
    const now = new Date(world.clock.now()).toISOString();
    return {
      now,
      app,
      variants: world.variants,
      service: world.service,
      faults: controls.faults(),
      accounts: controls.accounts(),
    };
  });
  api.post('/reset', async (_request, reply) => {
    controls.reset();
    return reply.code(204).send();
  });
  api.patch<{ Body: Partial<Variants> }>('/variants', { schema: schemas.variants }, async ({ body }) =>
    controls.vary(body),
  );
  api.patch<{ Body: Partial<Service> }>('/service', { schema: schemas.service }, async ({ body }) =>
    controls.serve(body),
  );
  api.patch<{ Body: Partial<App> }>('/app', { schema: schemas.app }, async ({ body }, reply) => {
    controls.register(body);
    return reply.code(204).send();
  });
  api.put<{ Body: ClockChange }>('/clock', { schema: schemas.clock }, async ({ body }) => {
    if (body.fixedAt !== undefined) world.clock.freeze(instant(body.fixedAt));
    else if (body.advanceMs !== undefined) world.clock.advance(body.advanceMs);
    else if (body.offsetMs !== undefined) world.clock.offset(body.offsetMs);
    else world.clock.reset();
    return { now: new Date(world.clock.now()).toISOString() };
  });
  api.get('/calls', async () => controls.calls());
  api.delete('/calls', async (_request, reply) => {
    controls.clearCalls();
    return reply.code(204).send();
  });
}

function instant(text: string): number {
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) throw new RangeError('"fixedAt" is not an ISO 8601 instant.');
  return atMs;
}

function faultRoutes(api: FastifyInstance, controls: Controls): void {
  api.get('/faults', async () => controls.faults());
  api.post<{ Body: Fault }>('/faults', { schema: schemas.fault }, async ({ body }, reply) =>
    reply.code(201).send({ id: controls.plantFault(body) }),
  );
  api.delete('/faults', async (_request, reply) => {
    controls.clearFaults();
    return reply.code(204).send();
  });
  api.delete<{ Params: { id: string } }>('/faults/:id', async ({ params }, reply) =>
    reply.code(controls.removeFault(params.id) ? 204 : 404).send(),
  );
}

function accountRoutes(api: FastifyInstance, controls: Controls): void {
  type Named = { Params: { username: string } };
  api.patch<Named & { Body: AccountChange }>(
    '/accounts/:username',
    { schema: schemas.account },
    async ({ params, body }) => controls.changeAccount(params.username, body),
  );
  api.post<Named & { Body: { how: TokenEnd } }>(
    '/accounts/:username/end-tokens',
    { schema: schemas.endTokens },
    async ({ params, body }, reply) => {
      controls.endTokens(params.username, body.how);
      return reply.code(204).send();
    },
  );
  api.patch<Named & { Body: Partial<Manner> }>(
    '/accounts/:username/manner',
    { schema: schemas.manner },
    async ({ params, body }) => controls.behave(params.username, body),
  );
  api.get<Named & { Params: { date: string } }>(
    '/accounts/:username/days/:date',
    { schema: schemas.day },
    async ({ params }) => expectedDay(params.username, params.date),
  );
}

function callbackRoutes(api: FastifyInstance, controls: Controls): void {
  api.get('/callbacks', async () => controls.callbacks());
  api.post<{ Body: CallbackOptions & { kinds: CallbackKind[] } }>(
    '/callbacks',
    { schema: schemas.callback },
    async ({ body: { kinds, ...options } }) => {
      const sent = [];
      for (const kind of kinds) sent.push(...(await controls.sendCallback(kind, options)));
      return sent;
    },
  );
}

function webhookRoutes(api: FastifyInstance, controls: Controls): void {
  api.get('/webhooks', async () => controls.deliveries());
  api.post<{ Body: DeliveryOptions }>('/webhooks', { schema: schemas.delivery }, async ({ body }) =>
    controls.sendEvents(body),
  );
  api.post<{ Body: { token?: string; challenge?: string } }>(
    '/webhooks/verify',
    { schema: schemas.verification },
    async ({ body }) => controls.verifyWebhook(body),
  );
}
