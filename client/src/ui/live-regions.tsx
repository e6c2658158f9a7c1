import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

type Politeness = 'polite' | 'assertive';
type Announce = (sentence: string, politeness?: Politeness) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** The app's two live regions. They exist from the start, because regions added later are not read out. */
export function LiveRegions({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const announce = useCallback<Announce>((sentence, politeness = 'polite') => {
    const set = politeness === 'polite' ? setPolite : setAssertive;
    // The same sentence twice is a change only if something differs.
    set((before) => (before === sentence ? `${sentence}\u00a0` : sentence));
  }, []);
  const value = useMemo(() => announce, [announce]);
  return (
    <AnnounceContext value={value}>
      {children}
      <VisuallyHidden>
        <div aria-live="polite">{polite}</div>
        <div aria-live="assertive">{assertive}</div>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** Says a change of state aloud to screen readers; what it says must be on screen as well. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
