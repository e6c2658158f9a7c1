import type { z } from 'zod';
import type { HttpClient, HttpOutcome, HttpRequest } from '../platform/http';
import { classifyRefusal, isErrorBody } from './classify-refusal';
import type { CallWatch, Reply } from './instagram';
import { readJson } from './json-text';
import type { Refusal } from './refusals';
import { readUsage, type Usage } from './usage';

/** How calls leave, and who watches them. */
export interface CallLine extends Pick<HttpClient, 'send'>, Partial<CallWatch> {}

/**
 * Sends one request and reads the answer by its schema. A refusal names at most a field or an error code: nothing of
 * the request and no value of the answer.
 */
export async function call<S extends z.ZodType>(
  line: CallLine,
  request: HttpRequest,
  schema: S,
): Promise<Reply<z.output<S>>> {
  const held = (await line.before?.()) ?? null;
  if (held !== null) return { ok: false, refusal: held };
  const outcome = await line.send(request);
  const usage = outcome.answered ? readUsage(outcome.headers) : null;
  const reply = withTimeToRegain(readOutcome(outcome, schema), usage);
  await line.after?.(reply.ok ? null : reply.refusal, usage);
  return reply;
}

function readOutcome<S extends z.ZodType>(outcome: HttpOutcome, schema: S): Reply<z.output<S>> {
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

/** A limit ends when its own header says so. */
function withTimeToRegain<T>(reply: Reply<T>, usage: Usage | null): Reply<T> {
  if (reply.ok || reply.refusal.kind !== 'rate-limited' || usage === null || usage.regainMs === null)
    return reply;
  return { ok: false, refusal: { ...reply.refusal, retryAfterMs: usage.regainMs } };
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
