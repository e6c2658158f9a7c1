import type { FastifyInstance } from 'fastify';
import { sendCallback } from './callbacks.ts';
import { removeGrant } from './grants.ts';
import { graphPaths } from './graph-path.ts';
import { ownSession } from './profile.ts';
import { unsupported } from './refusals.ts';
import { BASIC } from './scopes.ts';
import { sendJson } from './wire.ts';
import type { World } from './world.ts';

/** `DELETE /me/permissions` (meta-contract, section 3): no page documents it, so its three outcomes can all be played. */
export function revokeRoutes(http: FastifyInstance, world: World): void {
  for (const path of graphPaths('/permissions')) {
    http.delete(path, { config: { route: 'revoke' } }, async (request, reply) => {
      const { revocation, revocationCallback } = world.variants;
      if (revocation === 'hangs') return reply.hijack();
      const { account } = ownSession(world, request, BASIC);
      if (revocation === 'refused') throw unsupported('delete');
      removeGrant(world, account.username);
      sendJson(reply, 200, { success: true });
      if (revocationCallback === 'on' && world.app.deauthorizeUrl !== null) {
        await sendCallback(world, 'deauthorize', { account: account.username });
      }
      return reply;
    });
  }
}
