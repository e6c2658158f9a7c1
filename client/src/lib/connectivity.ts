import { useSyncExternalStore } from 'react';

let lastAnswer: Date | null = null;

/** Remembers that the server has just answered somebody it knows: so old is what is on screen, and the session in use. */
export function markAnswered(): void {
  lastAnswer = new Date();
}

/** When the server answered last in this tab; null before the first answer. */
export function lastAnsweredAt(): Date | null {
  return lastAnswer;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** False while the browser says that the device has no network. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}
