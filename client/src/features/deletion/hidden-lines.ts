import { useState } from 'react';

const key = 'sociogenie-hidden-deletions';

/** Enough of a code to know it again, too little to look it up. */
function mark(confirmationCode: string): string {
  return confirmationCode.slice(0, 6);
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}

interface HiddenLines {
  isHidden: (confirmationCode: string) => boolean;
  hide: (confirmationCode: string) => void;
}

/** Which finished deletions a person does not want to see any more, remembered on this device. */
export function useHiddenLines(): HiddenLines {
  const [hidden, setHidden] = useState(read);
  return {
    isHidden: (code) => hidden.includes(mark(code)),
    hide: (code) => {
      const next = [...hidden, mark(code)];
      setHidden(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is off: hidden until the page is loaded again.
      }
    },
  };
}
