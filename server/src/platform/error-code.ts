/**
 * The `code` of a system or driver error ("ENOENT", "57P03"), or null. It asks for no class: errors of the runtime are
 * not instances of every `Error` there is.
 */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
