import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the section that the address names (`/settings#data`), and puts the focus on its heading. */
export function useAddressedSection(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const section = document.getElementById(hash.slice(1));
    // After the page's own heading has taken the focus.
    const timer = setTimeout(() => {
      section?.scrollIntoView();
      section?.querySelector('h2')?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [hash]);
}
