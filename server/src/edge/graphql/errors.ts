import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The only kinds of top-level errors. Everything that a person can cause is a user error in a payload instead. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'INTERNAL';

/** Not signed in. */
export const unauthenticated = () => refusal('UNAUTHENTICATED', 'Sign in to do this.');

/** The same for an id that does not exist and for one that is somebody else's. */
export const notFound = () => refusal('NOT_FOUND', 'There is nothing of yours with this id.');

/** The client sent something that the schema's words exclude. */
export const badUserInput = (message: string) => refusal('BAD_USER_INPUT', message);

/** Too many attempts; `retryAt` says from when on the next one is accepted. */
export function rateLimited(retryAfterMs: number, now: Date): GraphQLError {
  const retryAt = new Date(now.getTime() + retryAfterMs).toISOString();
  return new GraphQLError('Too many attempts. Try again later.', {
    extensions: { code: 'RATE_LIMITED', retryAt },
  });
}

/** The request could not even be begun; 503 says that it may work later. */
export const unavailable = (requestId: string) =>
  new GraphQLError('unavailable', { extensions: { code: 'INTERNAL', requestId, http: { status: 503 } } });

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Apollo's own codes for documents that do not parse, validate or coerce. */
const CLIENT_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
const OURS = new Set<string>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED']);

/**
 * What may leave the house: our own refusals, and complaints about the document. Anything else is one bland sentence
 * (the request's id is added by `reportSurprises`); nothing of the error itself is copied.
 */
export function publicError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const where = {
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
  };
  if (typeof code === 'string' && OURS.has(code)) {
    const retryAt = formatted.extensions?.retryAt;
    const extensions = typeof retryAt === 'string' ? { code, retryAt } : { code };
    return { message: formatted.message, ...where, extensions };
  }
  if (typeof code === 'string' && CLIENT_FAULTS.has(code)) {
    return { message: withoutValues(formatted.message), ...where, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const requestId = formatted.extensions?.requestId;
  return {
    message: 'Something went wrong on our side. Nothing you sent was the reason.',
    ...where,
    extensions: typeof requestId === 'string' ? { code: 'INTERNAL', requestId } : { code: 'INTERNAL' },
  };
}

/** A complaint about a variable repeats the variable's value, which can be a password: only its name and place stay. */
function withoutValues(message: string): string {
  const variable = /^Variable "\$(\w{1,64})" got invalid value/.exec(message)?.[1];
  if (variable === undefined) return message;
  const place = / at "([\w.[\]]{1,200})"; /.exec(message)?.[1] ?? variable;
  return `The value of "${place}" is not of the type that the schema asks for.`;
}
