const STATUS = '/deletion-status/';

/**
 * For Fastify's `rewriteUrl`: an address of the status page that cannot be decoded becomes one of a code that cannot
 * exist, so that it is answered like every other unknown code. All other addresses stay as they are.
 */
export function withReadableCode(url: string): string {
  if (!url.startsWith(STATUS)) return url;
  try {
    decodeURIComponent(url.split('?')[0] ?? url);
    return url;
  } catch {
    return `${STATUS}unreadable`;
  }
}
