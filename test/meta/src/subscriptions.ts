import type { FastifyInstance } from 'fastify';
import { graphPaths } from './graph-path.ts';
import { ownSession } from './profile.ts';
import { badParameter, unsupported } from './refusals.ts';
import { BASIC } from './scopes.ts';
import { sendJson, texts } from './wire.ts';
import type { World } from './world.ts';

const fields = [
  'comments',
  'live_comments',
  'messages',
  'message_reactions',
  'message_echoes',
  'messaging_postbacks',
  'messaging_seen',
  'messaging_referral',
  'messaging_optins',
  'messaging_handover',
  'message_edit',
  'standby',
];

/** `/{professional id}/subscribed_apps` (meta-contract, sections 3 and 9). `me` is refused on POST, as in production. */
export function subscriptionRoutes(http: FastifyInstance, world: World): void {
  for (const path of graphPaths('/subscribed_apps')) {
    http.post(path, { config: { route: 'subscribe' } }, async (request, reply) => {
      if (texts(request.params).id === 'me') throw unsupported('post');
      const { grant } = ownSession(world, request, BASIC);
      const wanted = (texts(request.query).subscribed_fields ?? texts(request.body).subscribed_fields ?? '')
        .split(',')
        .filter((name) => name !== '');
      if (wanted.length === 0 || wanted.some((name) => !fields.includes(name))) {
        throw badParameter(`(#100) Param subscribed_fields must be one of {${fields.join(', ')}}`);
      }
      grant.subscribedFields = wanted;
      world.store.save();
      return sendJson(reply, 200, { success: true });
    });
    http.delete(path, { config: { route: 'unsubscribe' } }, async (request, reply) => {
      const { grant } = ownSession(world, request, BASIC);
      grant.subscribedFields = [];
      world.store.save();
      return sendJson(reply, 200, { success: true });
    });
  }
}
