import type { EmbeddedPostgres } from '../../../server/src/platform/database/embedded';

/** What the start of a run hands to its end. */
export interface RunningPostgres {
  readonly postgres: EmbeddedPostgres;
  readonly dataDir: string;
}

// Jest loads setup and teardown separately; both live in the main process, which this key spans.
const key = Symbol.for('sociogenie.test.postgres');
const shared: Record<symbol, RunningPostgres | undefined> = globalThis as never;

export function keepForTeardown(running: RunningPostgres): void {
  shared[key] = running;
}

export function takeForTeardown(): RunningPostgres | undefined {
  const running = shared[key];
  shared[key] = undefined;
  return running;
}
