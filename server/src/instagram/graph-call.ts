import type { z } from 'zod';
import type { HttpClient, HttpRequest } from '../platform/http';
import { classifyRefusal, isErrorBody } from './classify-refusal';
import type { Reply } from './instagram';
import { readJson } from './json-text';
import type { Refusal } from './refusals';

/**
 * Sends one request and reads the answer by its schema. A refusal names at most a field or an error code: nothing of
 * the request and no value of the answer.
 */
export async function call<S extends z.ZodType>(
  http: HttpClient,
  request: HttpRequest,
  schema: S,
): Promise<Reply<z.output<S>>> {
  const outcome = await http.send(request);
  if (!outcome.answered) {
    if (outcome.reason === 'too-large') return refused('unreadable', 'answer too long');
    return refused('no-answer', outcome.code ? `${outcome.reason} (${outcome.code})` : outcome.reason);
  }
  const { status } = outcome;
  const body = readJson(outcome.body);
  // A redirect is not followed: no endpoint of Meta's that we call documents one.
  if (status < 200 || status > 299 || isErrorBody(body)) {
    return { ok: false, refusal: classifyRefusal(status, body) };
  }
  if (body === undefined) return refused('unreadable', 'not JSON');
  const read = schema.safeParse(body);
  return read.success ? { ok: true, value: read.data } : refused('unreadable', fieldOf(read.error));
}

/** A refusal that is our own finding, without a code of Meta's. */
export function refused(kind: Refusal['kind'], detail: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { kind, code: null, subcode: null, detail } };
}

/** Where the first difference lies and of what sort it is: field names of ours and list places, never a value. */
function fieldOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'reply'} (${issue.code})` : 'reply';
}
