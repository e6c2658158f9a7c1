import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the card that the address names (`/integrations#conn_...`), as mails and Activity do, and puts the focus on its heading. */
export function useAddressedCard(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again is a key of its own.
  useEffect(() => {
    if (hash === '') return;
    // After the page's own heading has taken the focus.
    const timer = setTimeout(() => {
      const card = document.getElementById(hash.slice(1));
      card?.scrollIntoView();
      card?.querySelector('h2')?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [hash, key]);
}
