/** How much of a limit is used up, as an answer says. */
export interface Usage {
  /** The largest share of any limit that the answer names; 100 and more: the limit is reached. */
  readonly percent: number;
  /** When Instagram says that calls are taken again; null where it does not say. */
  readonly regainMs: number | null;
}

const HEADERS = ['x-app-usage', 'x-business-use-case-usage'] as const;
const MINUTE_MS = 60_000;

/**
 * Reads both families of rate-limit headers: percents under whatever name, of the app or of several objects, of which the
 * largest counts. Null when there is none, as in most answers. Sources: Meta's rate limiting page for the names and for
 * the time being minutes; `call_volume` and `cpu_time` were seen instead of the documented names.
 */
export function readUsage(headers: Readonly<Record<string, string | string[] | undefined>>): Usage | null {
  let percent: number | null = null;
  let regainMinutes = 0;
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'number' && Number.isFinite(value)) {
      if (key === 'estimated_time_to_regain_access') regainMinutes = Math.max(regainMinutes, value);
      else percent = Math.max(percent ?? 0, value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
    }
  };
  for (const header of HEADERS) {
    for (const text of [headers[header] ?? []].flat()) visit(parse(text), '');
  }
  if (percent === null && regainMinutes === 0) return null;
  return { percent: percent ?? 100, regainMs: regainMinutes > 0 ? regainMinutes * MINUTE_MS : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
