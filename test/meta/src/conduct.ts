import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Call, RouteName } from './calls.ts';
import type { PlantedFault } from './faults.ts';
import { checkVersion } from './graph-path.ts';
import { mannerOf } from './manners.ts';
import { sufferOutage } from './outage.ts';
import { noSuchObject, sendExchangeError, sendGraphError } from './refusals.ts';
import { digest, holderOf, tokenOf } from './tokens.ts';
import { sendUsageHeaders } from './usage-headers.ts';
import { texts } from './wire.ts';
import type { World } from './world.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: RouteName;
  }
  interface FastifyRequest {
    call: Call | null;
    dropAfter: boolean;
  }
}

/** What happens to every call of Meta's routes before and after the route itself: it is listed, and faults strike. */
export function conductCalls(http: FastifyInstance, world: World): void {
  http.decorateRequest('call', null);
  http.decorateRequest('dropAfter', false);

  http.addHook('preHandler', async (request, reply) => {
    const { route } = request.routeOptions.config;
    if (route === undefined) return;
    const account = accountOf(world, request);
    request.call = world.calls.add(request, route, account, world.clock.now());
    const fault = world.faults.strike(route, account, texts(request.query).metric ?? '');
    if (fault !== null) await suffer(world, fault, route, request, reply);
    if (reply.sent) return reply;
    const slowMs = world.service.slowMs + mannerOf(world, account).slowMs;
    if (slowMs > 0) await wait(slowMs, undefined, { ref: false });
    if (sufferOutage(world, route, reply)) return reply;
    if (route !== 'authorize' && mannerOf(world, account).hidden) throw noSuchObject('me');
    checkVersion(texts(request.params).version);
  });

  http.addHook('onSend', async (request, reply, payload) => {
    if (request.dropAfter) request.raw.socket.destroy();
    if (request.call !== null) sendUsageHeaders(world, request.call, reply);
    return payload;
  });

  http.addHook('onResponse', async (request, reply) => {
    if (request.call !== null && !request.dropAfter) request.call.status = reply.statusCode;
  });
}

function accountOf(world: World, request: FastifyRequest): string | null {
  const fields = { ...texts(request.query), ...texts(request.body) };
  if (fields.code !== undefined) return world.store.state.codes[digest(fields.code)]?.account ?? null;
  return holderOf(world, tokenOf(request)) ?? fields.account ?? null;
}

async function suffer(
  world: World,
  fault: PlantedFault,
  route: RouteName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
  reply.headers(fault.headers ?? {});
  if (fault.drop === 'before') {
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  if (fault.drop === 'after') {
    request.dropAfter = true;
    return;
  }
  if (fault.html !== undefined) {
    await reply
      .code(fault.status ?? 500)
      .type('text/html; charset=utf-8')
      .send(fault.html);
    return;
  }
  if (fault.code === undefined && fault.status === undefined) return;
  const message = fault.message ?? 'This is a planted fault of the sandbox.';
  if (route === 'exchange') {
    await sendExchangeError(reply, message, fault.status);
    return;
  }
  const { code = 2, subcode, isTransient } = fault;
  const status = fault.status ?? 400;
  const refusal = { status, code, type: 'OAuthException' as const, message };
  const extra = {
    ...(subcode === undefined ? {} : { subcode }),
    ...(isTransient === undefined ? {} : { isTransient }),
  };
  await sendGraphError(reply, { ...refusal, ...extra }, world.variants.language);
}
