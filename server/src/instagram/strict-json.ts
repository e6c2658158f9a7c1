/**
 * Whether a JSON text names a key twice in one object, or nests deeper than `maxDepth` (an object of plain values has
 * depth 1). `JSON.parse` keeps the last of two equal keys and so hides what another reader, keeping the first, would
 * see. The text must be valid JSON.
 */
export function isAmbiguousOrDeep(validJson: string, maxDepth: number): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of validJson.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      open.push(new Set());
      if (open.length > maxDepth) return true;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (colon !== undefined) {
      // Compared as read, because `"a"` may also be written `"\u0061"`.
      const key: unknown = JSON.parse(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (typeof key !== 'string' || !keys || keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}

/** Strings whole, so that a bracket inside one does not count; with its colon when it is a key. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
