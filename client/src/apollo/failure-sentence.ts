import { formatClock } from '../lib/format-time';
import { errorCode, errorRequestId, errorRetryAt } from './error-code';

/**
 * What a person reads when a request failed as a whole (no answer, or a top-level error). Says what is
 * safe: nothing was changed unless the server said so.
 */
export function failureSentence(error: unknown, timeZone: string, now = new Date()): string {
  const code = errorCode(error);
  if (code === 'RATE_LIMITED') {
    const retryAt = errorRetryAt(error, now);
    return retryAt === null
      ? 'Too many tries in a short time. Wait a little, then try again.'
      : `Too many tries in a short time. Try again from ${formatClock(retryAt, timeZone)}.`;
  }
  if (code === 'NOT_FOUND') return 'This is not here any more. Reload the page to see the latest.';
  if (code === 'UNAUTHENTICATED') return 'You are signed out. Sign in and try again.';
  if (code === null) return 'The server did not answer. Check your network, then try again.';
  const id = errorRequestId(error);
  return id === null
    ? 'The server could not do this. Try again in a moment.'
    : `The server could not do this. Try again in a moment. For the operator: request ${id}.`;
}
