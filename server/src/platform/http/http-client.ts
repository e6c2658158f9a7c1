/** One request to a foreign server. Whatever is secret in it stays in it: no outcome repeats any part of a request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: URLSearchParams;
  /** Sent as `application/json`, byte for byte, in place of a form. */
  readonly json?: string;
  /** Ends the request early; the outcome is then `aborted`. */
  readonly signal?: AbortSignal;
  /** For the whole exchange, in place of the client's own limit. */
  readonly totalMs?: number;
  /** How much of an answer is read, in place of the client's own limit. */
  readonly responseBytes?: number;
}

/** What came of a request: an answer, whatever its status, or the reason why there is none. */
export type HttpOutcome =
  | {
      readonly answered: true;
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly body: Buffer;
    }
  | {
      readonly answered: false;
      readonly reason: NoAnswerReason;
      /** The driver's or the system's error code (`ECONNREFUSED`), for the operator. */
      readonly code: string | null;
    };

export type NoAnswerReason =
  /** No connection came about: the other side did not see the request. */
  | 'unreachable'
  /** The whole exchange took too long; the other side may have acted. */
  | 'timeout'
  /** The caller's signal ended it; the other side may have acted. */
  | 'aborted'
  /** The connection broke before the answer was complete; the other side may have acted. */
  | 'cut-off'
  /** The answer was longer than we read. */
  | 'too-large';

/** Sends requests one by one: no retry, no redirect followed, never throws for what a network does. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpOutcome>;
  /** Closes idle connections; requests under way may finish. */
  close(): Promise<void>;
}

export interface HttpLimits {
  readonly connectMs: number;
  /** For the whole exchange, connecting and reading included. */
  readonly totalMs: number;
  readonly responseBytes: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  connectMs: 5_000,
  totalMs: 20_000,
  responseBytes: 5 * 1024 * 1024,
};
