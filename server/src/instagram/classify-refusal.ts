import { z } from 'zod';
import type { Refusal, RefusalKind } from './refusals';

/**
 * Turns an answer that is not a success into a refusal. `body` is the parsed JSON, or undefined when there was none
 * (an HTML page, nothing at all).
 *
 * Meta's texts are localised and its statuses vary, so code and subcode decide; the status only where there is no code
 * that we know. Source: Meta's error handling, rate limiting and Instagram error code pages.
 */
export function classifyRefusal(status: number, body: unknown): Refusal {
  const graph = GraphError.safeParse(body);
  if (graph.success) {
    const { code = null, error_subcode: subcode = null, is_transient: transient } = graph.data.error;
    const kind =
      kindOfCode(code, subcode) ?? kindOfStatus(status) ?? (transient ? 'temporary' : 'bad-request');
    return { kind, code, subcode };
  }
  const token = TokenEndpointError.safeParse(body);
  if (token.success) {
    return {
      kind: kindOfStatus(status) ?? 'bad-request',
      code: token.data.code ?? null,
      subcode: null,
    };
  }
  const kind = kindOfStatus(status);
  return kind
    ? { kind, code: null, subcode: null }
    : {
        kind: 'unreadable',
        code: null,
        subcode: null,
        detail: `error body of status ${status}`,
      };
}

/** Meta sometimes answers an error with status 200. */
export function isErrorBody(body: unknown): boolean {
  return GraphError.safeParse(body).success || TokenEndpointError.safeParse(body).success;
}

const Code = z.preprocess(
  (value) => (typeof value === 'string' && /^-?[0-9]{1,9}$/.test(value) ? Number(value) : value),
  z.int().optional().catch(undefined),
);

const GraphError = z.object({
  error: z.object({
    code: Code,
    error_subcode: Code,
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** The code exchange has a shape of its own; its `code` repeats the HTTP status. */
const TokenEndpointError = z.object({ error_type: z.string(), code: Code });

function kindOfStatus(status: number): RefusalKind | null {
  if (status === 429) return 'rate-limited';
  return status >= 500 || status === 408 ? 'temporary' : null;
}

function kindOfCode(code: number | null, subcode: number | null): RefusalKind | null {
  if (code === null) return null;
  const special = KIND_OF_SUBCODE[`${code}/${subcode}`];
  if (special) return special;
  return code >= 200 && code <= 299 ? 'permission-missing' : (KIND_OF_CODE[code] ?? null);
}

const KIND_OF_CODE: Readonly<Partial<Record<number, RefusalKind>>> = {
  [-2]: 'temporary',
  [-1]: 'temporary',
  1: 'temporary',
  2: 'temporary',
  3: 'unsupported',
  4: 'rate-limited',
  9: 'rate-limited',
  10: 'permission-missing',
  17: 'rate-limited',
  32: 'rate-limited',
  100: 'bad-request',
  102: 'token-rejected',
  190: 'token-rejected',
  341: 'rate-limited',
  // Blocked for policy: hours or days, but it passes.
  368: 'rate-limited',
  613: 'rate-limited',
  80002: 'rate-limited',
};

/** Where the subcode changes what the code means. */
const KIND_OF_SUBCODE: Readonly<Partial<Record<string, RefusalKind>>> = {
  // A metric that only exists for media shared to Facebook.
  '-1/2207086': 'unsupported',
  // Suspected spam, in spite of the rate limit's code: waiting an hour does not help.
  '4/2207051': 'bad-request',
  // Outside the messaging window: nothing to do with what was granted.
  '10/2534022': 'bad-request',
  // The media is older than the professional account.
  '100/2108006': 'unsupported',
  '190/458': 'app-removed',
};
