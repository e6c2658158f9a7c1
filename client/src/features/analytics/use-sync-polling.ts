import { usePrevious } from '@mantine/hooks';
import { useEffect } from 'react';
import { useAnnounce } from '../../ui/live-regions';

interface Polled {
  startPolling(everyMs: number): void;
  stopPolling(): void;
}

const everyMs = 2_000;

/** Asks again every two seconds while a refresh runs, and says once, aloud, when it has ended. */
export function useSyncPolling({ startPolling, stopPolling }: Polled, running: boolean): void {
  const announce = useAnnounce();
  const before = usePrevious(running);
  useEffect(() => {
    if (!running) return;
    startPolling(everyMs);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  useEffect(() => {
    if (before && !running) announce('Refreshing analytics has ended.');
  }, [before, running, announce]);
}
