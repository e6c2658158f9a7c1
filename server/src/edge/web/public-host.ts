import type { onRequestAsyncHookHandler } from 'fastify';
import { prefersJson } from './accept';

/**
 * A hook for routes that show a page: asked for on another host than `PUBLIC_URL`'s, the reader is sent there, because
 * cookies, links and the way back from Instagram only work on one host. Documents asked for as JSON stay where they are.
 *
 * Which host was asked for is Fastify's to say: `X-Forwarded-Host` counts only as far as `trustProxy` allows.
 */
export function redirectToPublicHost(publicUrl: URL): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (prefersJson(request.headers.accept) || request.host === '') return;
    if (hostWithPort(request.host, publicUrl.protocol) === publicUrl.host) return;
    // The raw address can be absolute ("GET http://elsewhere/"); only a path of ours is ever appended.
    const path = request.url.startsWith('/') ? request.url : '/';
    return reply.header('cache-control', 'no-store').redirect(`${publicUrl.origin}${path}`, 307);
  };
}

/** The host as `URL` writes it: lower case, without the protocol's own port. Unreadable hosts stay as they are. */
function hostWithPort(host: string, protocol: string): string {
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : host;
}
