import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const MovedContext = createContext<RefObject<boolean> | null>(null);

/** Knows whether one has moved to another screen since the page was loaded; wraps all routes. */
export function RouteFocusProvider({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  const moved = useRef(false);
  if (pathname !== first.current) moved.current = true;
  return <MovedContext value={moved}>{children}</MovedContext>;
}

/**
 * A ref for the h1 of a screen, focused when one arrives from another screen. On the first load focus
 * stays where the browser puts it, so that "Skip to content" comes first.
 */
export function useRouteFocus<T extends HTMLElement>(): RefObject<T | null> {
  const heading = useRef<T>(null);
  const moved = useContext(MovedContext);
  useEffect(() => {
    if (moved?.current) heading.current?.focus();
  }, [moved]);
  return heading;
}
