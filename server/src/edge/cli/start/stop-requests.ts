import { watchLaunchers } from './launchers';

const LAUNCHER_CHECK_MS = 1_000;

/**
 * Aborts when this process is asked to stop: Ctrl-C, SIGTERM, a closed terminal, or, when a package script started us, the
 * death of a package manager above us. Being asked again changes nothing: package managers pass Ctrl-C on although the
 * terminal has already sent it, and every step of stopping has a limit of its own.
 */
export function stopRequests(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // A terminal that is gone must not end us by an error while we stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

  if (process.env.npm_lifecycle_event !== undefined) {
    const launchersLive = watchLaunchers();
    setInterval(() => {
      if (!launchersLive()) stop();
    }, LAUNCHER_CHECK_MS).unref();
  }
  return controller.signal;
}
