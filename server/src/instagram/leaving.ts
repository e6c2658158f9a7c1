import type { HttpRequest } from '../platform/http';
import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call } from './graph-call';
import type { Instagram, Reply } from './instagram';
import { SuccessReply } from './replies';

/** Leaving: both calls are made once, with the person's own token, and answer what Instagram said. */
export function leaving(
  http: CallLine,
  endpoints: Endpoints,
): Pick<Instagram, 'unsubscribe' | 'withdrawAccess'> {
  const remove = async (request: HttpRequest, signal: AbortSignal): Promise<Reply<void>> => {
    const reply = await call(http, { ...request, method: 'DELETE', signal }, SuccessReply);
    return reply.ok ? { ok: true, value: undefined } : reply;
  };
  return {
    unsubscribe: (token, accountId, signal) =>
      remove(graphRequest(endpoints, token, `${accountId}/subscribed_apps`), signal),
    withdrawAccess: (token, signal) => remove(graphRequest(endpoints, token, 'me/permissions'), signal),
  };
}
