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
  /** For `rate-limited`: after how long asking again makes sense, when Instagram or our own pace says so. */
  readonly retryAfterMs?: number;
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

/** What ended our access, as far as Instagram says. */
export type AccessEnd =
  | 'REMOVED'
  | 'PASSWORD_CHANGED'
  | 'CHECKPOINT'
  | 'ACCOUNT_UNCONFIRMED'
  | 'ACCESS_EXPIRED'
  | 'ACCESS_INVALIDATED'
  | 'PERMISSION_WITHDRAWN'
  | 'ACCOUNT_NOT_FOUND';

/**
 * What a refusal says of our access, were it true: a single one proves nothing. Null for every refusal that says nothing
 * of it: trouble, limits, metrics, parameters, posts. Source: Meta's error codes, the 190 family. A permission is only
 * meant where the call needed no other than the basic one.
 */
export function endOfAccess({ kind, code, subcode }: Refusal): AccessEnd | null {
  if (kind === 'app-removed') return 'REMOVED';
  if (kind === 'permission-missing') return 'PERMISSION_WITHDRAWN';
  if (code === 100 && subcode === 33) return 'ACCOUNT_NOT_FOUND';
  if (kind !== 'token-rejected') return null;
  return (code === 190 ? END_OF_SUBCODE[subcode ?? 0] : undefined) ?? 'ACCESS_INVALIDATED';
}

const END_OF_SUBCODE: Readonly<Partial<Record<number, AccessEnd>>> = {
  459: 'CHECKPOINT',
  460: 'PASSWORD_CHANGED',
  463: 'ACCESS_EXPIRED',
  464: 'ACCOUNT_UNCONFIRMED',
};

/** Whether a limit is one of the whole app rather than of one account: Meta's codes 4 and 341. */
export function limitsWholeApp({ kind, code }: Refusal): boolean {
  return kind === 'rate-limited' && (code === 4 || code === 341);
}
