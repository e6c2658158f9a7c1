import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../ui/live-regions';
import type { AnalyticsConnection } from './model/connection-state';

interface Polled {
  startPolling(everyMs: number): void;
  stopPolling(): void;
}

const everyMs = 2_000;

/** Asks again every two seconds while a refresh of `connection` runs, and says aloud how it ended. */
export function useSyncPolling(
  { startPolling, stopPolling }: Polled,
  connection?: AnalyticsConnection,
): void {
  const announce = useAnnounce();
  const id = connection?.id;
  const running = connection?.analyticsSync.running ?? false;
  const failed = connection?.analyticsSync.failedAt != null;
  useEffect(() => {
    if (!running) return;
    startPolling(everyMs);
    return stopPolling;
  }, [running, startPolling, stopPolling]);

  const last = useRef({ id, running });
  useEffect(() => {
    const before = last.current;
    last.current = { id, running };
    if (before.id !== id || !before.running || running) return;
    announce(failed ? 'Refreshing analytics failed.' : 'Analytics is refreshed.');
  }, [id, running, failed, announce]);
}
