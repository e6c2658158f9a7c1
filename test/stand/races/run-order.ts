import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Order } from './orders';
import { type Stop, Track } from './track';

/** A story whose steps are put between those of another. */
export interface Flow<W> {
  readonly name: string;
  /** In the order in which they are met; a flow of n stops has n + 1 steps. */
  readonly stops: readonly Stop[];
  run(world: W): Promise<unknown>;
}

/** What became of a run. */
export interface Run {
  /** What the two flows answered, or the errors that they threw. */
  readonly ends: readonly [unknown, unknown];
  /** How the steps really followed each other; lower case where a flow had to wait for the other's lock. */
  readonly steps: string;
  /** As much of the order as mattered: another that begins like this is this one, because both flows had ended. */
  readonly decided: Order;
  /** The stops of each flow that its way did not lead to. */
  readonly missed: readonly [readonly string[], readonly string[]];
}

/** PostgreSQL is only asked what a statement waits for when it takes longer than this. */
const PATIENCE_MS = 6;
/** Far more than any step takes: a run that is longer does not get on. */
const LONGEST_MS = 20_000;

/**
 * Runs two flows step by step in an order. A flow that waits for a lock of the other is passed over until it has it; one
 * that ended early leaves its turns to the other. `afterStep` sees the database between two steps.
 *
 * @throws when no step goes on for twenty seconds.
 */
export async function runOrder<W>(
  world: W,
  monitor: Client,
  flows: readonly [Flow<W>, Flow<W>],
  order: Order,
  afterStep: () => Promise<void> = async () => {},
): Promise<Run> {
  const tracks = [new Track(flows[0].stops), new Track(flows[1].stops)] as const;
  const ends = flows.map((flow, index) =>
    (tracks[index] as Track).begin(() => flow.run(world)).catch((error: unknown) => error),
  );
  let steps = '';
  let decided = order;
  const turn = async (letter: string): Promise<void> => {
    const track = letter === 'A' ? tracks[0] : tracks[1];
    if (!track.stopped) return;
    track.step();
    await quiet(monitor, tracks);
    steps += track.stopped || track.done ? letter : letter.toLowerCase();
    await afterStep();
  };
  await quiet(monitor, tracks);
  for (const [index, letter] of [...order].entries()) {
    await turn(letter);
    if (decided === order && tracks.every(({ done }) => done)) decided = order.slice(0, index + 1);
  }
  while (!tracks.every(({ done }) => done)) await turn(tracks[0].stopped ? 'A' : 'B');
  const [a, b] = await Promise.all(ends);
  return { ends: [a, b], steps, decided, missed: [tracks[0].ahead, tracks[1].ahead] };
}

/** Resolves when each flow has stopped, ended or waits for a lock of the other, and not both wait. */
async function quiet(monitor: Client, tracks: readonly Track[]): Promise<void> {
  const begun = performance.now();
  for (;;) {
    if (underWay(tracks).length === 0) return;
    await changeWithin(tracks, PATIENCE_MS);
    const left = underWay(tracks);
    if (left.length === 0) return;
    if (tracks.some(({ stopped }) => stopped) && (await waitForLocks(monitor, left))) return;
    if (performance.now() - begun > LONGEST_MS) throw new Error('no step goes on');
  }
}

const underWay = (tracks: readonly Track[]): Track[] =>
  tracks.filter(({ stopped, done }) => !stopped && !done);

/** Whether PostgreSQL says of each that it waits for a lock. */
async function waitForLocks(monitor: Client, tracks: readonly Track[]): Promise<boolean> {
  const backends = tracks.map(({ waitingBackends }) => waitingBackends);
  if (backends.some((list) => list.length === 0)) return false;
  const { rows } = await monitor.query<{ pid: number }>(
    "select pid from pg_stat_activity where pid = any($1) and wait_event_type = 'Lock'",
    [backends.flat()],
  );
  const locked = new Set(rows.map(({ pid }) => pid));
  return tracks.every((track, index) => {
    const now = track.waitingBackends;
    return now.length > 0 && now.every((pid) => locked.has(pid) && backends[index]?.includes(pid));
  });
}

function changeWithin(tracks: readonly Track[], ms: number): Promise<void> {
  return Promise.race([
    new Promise<void>((resolve) => {
      for (const track of tracks) track.onChange = resolve;
    }),
    sleep(ms, undefined, { ref: false }),
  ]);
}
