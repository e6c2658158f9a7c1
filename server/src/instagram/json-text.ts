/**
 * Reads a JSON reply so that no id passes through a number: Meta's ids have 17 digits and more, and a number keeps 15.
 * A bare number under `id`, `user_id` and the like becomes the text of its digits as they stood in the reply.
 *
 * Returns undefined when the bytes are not JSON in UTF-8 (an HTML page, an empty body, a reply cut short).
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes), keepIdDigits);
  } catch {
    return undefined;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The third argument (the value's source text) exists since V8 11.4; the library types do not know it yet. */
function keepIdDigits(key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || !/(^|_)id$/.test(key)) return value;
  const source = context?.source ?? '';
  return /^[0-9]+$/.test(source) ? source : value;
}
