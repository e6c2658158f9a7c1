import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The nonce that this response's policy lets inline styles carry. */
    styleNonce: string;
  }
}

const POWERS_NOBODY_NEEDS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** The content security policy of one response. Scripts come from files of ours only, never inline. */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    // Browsers apply this to a form's redirects too, so going to Instagram is a navigation, never a form.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Every security header of a response but the policy. HSTS only where `PUBLIC_URL` is https: on http it would be a lie. */
export function fixedHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': POWERS_NOBODY_NEEDS.map((power) => `${power}=()`).join(', '),
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * Puts the security headers on every response of the instance, refusals and unknown addresses included, and
 * `Cache-Control: no-store` on every response that does not say otherwise. Call it before other plugins are registered.
 */
export function registerSecurityHeaders(app: FastifyInstance, options: { https: boolean }): void {
  const headers = fixedHeaders(options.https);
  app.decorateRequest('styleNonce', '');
  app.addHook('onRequest', async (request, reply) => {
    request.styleNonce = randomBytes(16).toString('base64url');
    reply.headers(headers).header('content-security-policy', contentSecurityPolicy(request.styleNonce));
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/**
 * What Fastify's `frameworkErrors` option should be: addresses that cannot be decoded never reach a hook, and would
 * otherwise be answered without security headers and with the address echoed.
 */
export function refuseBadAddress(options: {
  https: boolean;
}): NonNullable<FastifyServerOptions['frameworkErrors']> {
  const headers = fixedHeaders(options.https);
  return (error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 400;
    void reply
      .code(status)
      .headers(headers)
      .header('content-security-policy', contentSecurityPolicy(randomBytes(16).toString('base64url')))
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title: 'This address cannot be read', status }));
  };
}
