import type { Client } from 'pg';
import { median } from '../lib/median.ts';

/** What a piece of work cost: write-ahead log in bytes, its own time in milliseconds. Medians. */
export interface Cost {
  readonly bytes: number;
  readonly ms: number;
}

/**
 * Does `work` for each subject and measures each time. With `checkpoint` one is made before each, so that the first
 * change of every page writes the whole page to the log: what a single deletion at a quiet hour costs. Without, no page
 * is written whole: what each of many deletions costs, and what the layout itself asks for.
 */
export async function costOf<T>(
  client: Client,
  subjects: readonly T[],
  checkpoint: boolean,
  work: (subject: T) => Promise<void>,
): Promise<Cost> {
  const [bytes, times]: [number[], number[]] = [[], []];
  for (const subject of subjects) {
    if (checkpoint) await client.query('checkpoint');
    const before = await position(client);
    const began = performance.now();
    await work(subject);
    times.push(performance.now() - began);
    bytes.push((await position(client)) - before);
  }
  return { bytes: median(bytes), ms: median(times) };
}

async function position(client: Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`);
  return Number(rows[0]?.at);
}

/** A cost as two cells of a table. */
export const cells = ({ bytes, ms }: Cost): string[] => [(bytes / 1000).toFixed(1), ms.toFixed(2)];
