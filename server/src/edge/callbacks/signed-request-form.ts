import type { FastifyInstance } from 'fastify';

/** A signed request is a few hundred characters: more than this is not one. */
export const CALLBACK_BODY_LIMIT = 8 * 1024;

/**
 * The value of the one form field that Meta posts; null for anything else: another field beside it, the field twice,
 * none at all.
 */
export function signedRequestOf(body: unknown): string | null {
  if (typeof body !== 'string') return null;
  const fields = [...new URLSearchParams(body)];
  const [field] = fields;
  return fields.length === 1 && field?.[0] === 'signed_request' ? field[1] : null;
}

/** Forms reach the callbacks as the characters received; any other kind of body reaches them as none. */
export function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: CALLBACK_BODY_LIMIT },
    (_request, _body, done) => done(null, null),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: CALLBACK_BODY_LIMIT },
    (_request, body, done) => done(null, body),
  );
}
