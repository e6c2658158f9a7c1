import type { FastifyReply } from 'fastify';
import type { RouteName } from './calls.ts';
import type { Service } from './manners.ts';
import { type GraphRefusal, sendExchangeError, sendGraphError } from './refusals.ts';
import type { World } from './world.ts';

const SORRY = '<!doctype html><title>Sorry, something went wrong</title><h1>Sorry, something went wrong</h1>';

const temporary: GraphRefusal = {
  ...{ status: 503, code: 2, type: 'OAuthException', isTransient: true },
  message: 'An unexpected error has occurred. Please retry your request later.',
};
const odd: GraphRefusal = {
  ...{ status: 400, code: 100, subcode: 33, type: 'GraphMethodException' },
  message: 'Unsupported request. Object does not exist',
};

/** Answers as Instagram does while it has trouble, whoever asks; the consent pages go on. True when it answered. */
export function sufferOutage(world: World, route: RouteName, reply: FastifyReply): boolean {
  const { outage } = world.service;
  if (outage === 'none' || route === 'authorize') return false;
  if (outage === 'pages') reply.code(503).type('text/html; charset=utf-8').send(SORRY);
  else if (route === 'exchange') sendExchangeError(reply, temporary.message, 503);
  else sendGraphError(reply, outage === 'odd' ? odd : temporary, world.variants.language);
  return true;
}

/** What an outage is called on the page, and to whom it happens. */
export const outages: Readonly<Record<Service['outage'], string>> = {
  none: 'None',
  errors: 'Errors of its own to everybody (503, code 2)',
  pages: 'Pages instead of answers (503)',
  odd: 'An odd error to everybody (100/33): “does not exist”',
};
