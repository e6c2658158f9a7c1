const DELETED = 'deleted';

let opened: BroadcastChannel | null = null;

/**
 * What the windows of this browser that show SocioGenie tell each other. One for the whole window: a window hears every
 * channel but the one that it speaks through itself.
 */
function channel(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  opened ??= new BroadcastChannel('sociogenie-account');
  return opened;
}

/** Tells the other windows that the account was deleted in this one. */
export function sayAccountDeleted(): void {
  channel()?.postMessage(DELETED);
}

/** Calls back when another window says that it deleted the account. */
export function onAccountDeleted(hear: () => void): void {
  channel()?.addEventListener('message', ({ data }) => {
    if (data === DELETED) hear();
  });
}
