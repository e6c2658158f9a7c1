import { useEffect, useState } from 'react';

/** The present, renewed every 30 seconds: enough for "4 min ago", and nothing on screen ticks. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
