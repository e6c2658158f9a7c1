import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the card that the address names (`/integrations#conn_...`), as mails and Activity do, and puts the focus on its heading. */
export function useAddressedCard(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again is a key of its own.
  useEffect(() => {
    // Other places of the page, such as the one that "Skip to content" leads to, are the browser's to go to.
    if (!hash.startsWith('#conn_')) return;
    // After the page's own heading has taken the focus.
    const timer = setTimeout(() => {
      const card = document.getElementById(hash.slice(1));
      card?.scrollIntoView();
      card?.querySelector('h2')?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [hash, key]);
}
