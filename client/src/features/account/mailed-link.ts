import { useState } from 'react';

/**
 * The token of the mailed link that opened this page; null when there is none. It stands after the `#`, which no browser
 * sends to a server, and is taken out of the address at once, so that it stays in no history.
 */
export function useMailedToken(): string | null {
  const [token] = useState(() => {
    const found = window.location.hash.slice(1);
    if (found === '') return null;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    return found;
  });
  return token;
}
