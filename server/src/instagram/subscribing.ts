import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call } from './graph-call';
import type { Instagram } from './instagram';
import { SuccessReply } from './replies';

/** What is subscribed to: comments, which mentions of the account arrive among as well. */
const FIELDS = 'comments';

/**
 * Subscribing an account to events, with the person's own token. The account is named by its id, because Instagram
 * refuses `me` here although its pages write it.
 */
export function subscribing(http: CallLine, endpoints: Endpoints): Pick<Instagram, 'subscribe'> {
  return {
    async subscribe(token, accountId) {
      const path = `${accountId}/subscribed_apps`;
      const request = graphRequest(endpoints, token, path, { subscribed_fields: FIELDS });
      const reply = await call(http, { ...request, method: 'POST' }, SuccessReply);
      return reply.ok ? { ok: true, value: undefined } : reply;
    },
  };
}
