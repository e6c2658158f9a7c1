import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Goes to the card or section that the address names (`/integrations#conn_...`, `/settings#data`), and puts the focus on its
 * heading. The skip link's own target, the whole screen, is left to the browser.
 */
export function useAddressedPart(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again is a key of its own.
  useEffect(() => {
    if (hash === '') return;
    // After the page's own heading has taken the focus.
    const timer = setTimeout(() => {
      const part = document.getElementById(hash.slice(1));
      if (part === null || part.tagName === 'MAIN') return;
      part.scrollIntoView();
      part.querySelector('h2')?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [hash, key]);
}
