import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** `extensions` of the first top-level GraphQL error, or null when the failure is no GraphQL answer. */
function firstExtensions(error: unknown): Record<string, unknown> | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  return error.errors[0]?.extensions ?? {};
}

/** The contract's code of a top-level error (`UNAUTHENTICATED`, `RATE_LIMITED`, ...), or null: no answer at all. */
export function errorCode(error: unknown): string | null {
  const code = firstExtensions(error)?.code;
  return typeof code === 'string' ? code : null;
}

/** The id by which the operator finds this failure in the log, when the server gave one. */
export function errorRequestId(error: unknown): string | null {
  const id = firstExtensions(error)?.requestId;
  return typeof id === 'string' ? id : null;
}

/** From when a refused request is accepted again, as an instant; null when the server did not say. */
export function errorRetryAt(error: unknown, now: Date): Date | null {
  const extensions = firstExtensions(error);
  if (typeof extensions?.retryAt === 'string') return new Date(extensions.retryAt);
  const seconds = extensions?.retryAfterSeconds;
  return typeof seconds === 'number' ? new Date(now.getTime() + seconds * 1000) : null;
}
