import { rmSync } from 'node:fs';
import { takeForTeardown } from './running-postgres';

/** Stops the PostgreSQL of the run and removes its folder. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export.
export default async function stopPostgres(): Promise<void> {
  const running = takeForTeardown();
  if (running === undefined) return;
  await running.postgres.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
}
