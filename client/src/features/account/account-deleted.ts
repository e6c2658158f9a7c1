/** What the last page of an account shows; it travels in the router's state, never in an address. */
export interface AccountDeleted {
  /** The confirmation code; null when another window has it. */
  readonly code: string | null;
  /** Whether Instagram is asked to withdraw our access. */
  readonly asked: boolean;
}

/** Reads it from a router state, which can be anything; null when somebody opened the page by its address. */
export function accountDeletedIn(state: unknown): AccountDeleted | null {
  if (typeof state !== 'object' || state === null || !('code' in state)) return null;
  const { code } = state;
  if (typeof code !== 'string' && code !== null) return null;
  return { code, asked: 'asked' in state && state.asked === true };
}
