/**
 * Meta's error codes, turned into the few kinds that our rules tell apart. Nothing outside `instagram/` sees a code.
 * `code` and `subcode` are kept for the operator's details only.
 */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: number | null;
  readonly subcode: number | null;
  /** For the operator: which field of a reply did not fit, or why no answer came. Never a value from a reply. */
  readonly detail?: string;
}

export type RefusalKind =
  /** The token is dead: expired, revoked, password changed (190, 102). */
  | 'token-rejected'
  /** The person removed the app (190/458). */
  | 'app-removed'
  /** A needed permission is not granted (10 about a scope, 200-299). */
  | 'permission-missing'
  /** Too many calls; later (4, 17, 32, 613, 80002, 341). */
  | 'rate-limited'
  /** Instagram has trouble; the same call may work later (1, 2, 5xx). */
  | 'temporary'
  /** Instagram does not offer this to the account or the app (3, 100 on a metric, 2108006). */
  | 'unsupported'
  /** The call itself was refused (100 and whatever else). */
  | 'bad-request'
  /** No answer, or one cut off: the outcome is unknown. */
  | 'no-answer'
  /** An answer that is not what Meta documents. */
  | 'unreadable';
