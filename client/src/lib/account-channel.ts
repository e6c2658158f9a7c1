/** The windows of this browser that show SocioGenie tell each other what concerns all of them. */
const NAME = 'sociogenie-account';
const DELETED = 'deleted';

/** Tells the other windows that the account was deleted in this one. */
export function sayAccountDeleted(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(DELETED);
  channel.close();
}

/** Calls back when another window says that it deleted the account; answers with a way to stop listening. */
export function onAccountDeleted(hear: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    if (data === DELETED) hear();
  };
  return () => channel.close();
}
