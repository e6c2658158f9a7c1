import type { At, Cell } from './cell';
import { BEGIN, type CrashStand, KINDS, type Kind, LATER } from './crash-stand';
import type { Attempt, Flow } from './flow';

/** A flow, an event of it, and what dies there. */
export interface Point extends At {
  readonly flow: Flow;
  readonly kind: Kind;
}

/** `FULL=1`: every point with everything that can die. Else every point once, and what dies changes from point to point. */
const FULL = process.env.FULL === '1';
/** A new server takes the longest, so it dies less often. */
const TURNS: readonly Kind[] = ['connection', 'postgres', 'server', 'connection', 'postgres', 'both'];
/** Where the turns begin: another number, other pairs. */
const SEED = Number(process.env.SEED ?? 1);

/**
 * The points at which flows can crash: before each statement and each call to Instagram, and where it matters also when the
 * reply is there and not seen. They are counted by running each flow once without a crash, after which everything it says
 * of itself has to be true too.
 */
export async function crashPoints(stand: CrashStand, flows: readonly Flow[]): Promise<Point[]> {
  await stand.setNow(BEGIN);
  const runs = await Promise.all(
    flows.map(async (flow, index) => {
      const cell = cellOf(stand, index);
      await cell.arm({ at: 0, when: 'before' });
      const attempt = flow.begin(cell);
      await attempt.run();
      return { flow, cell, attempt, events: await cell.disarm() };
    }),
  );
  await stand.setNow(LATER);
  await Promise.all(
    runs.map(({ flow, cell, attempt }) => follow(cell, attempt, `${flow.name} without a crash`)),
  );
  const places = runs.flatMap(({ flow, events }) => placesOf(events).map((place) => ({ ...place, flow })));
  if (FULL) return places.flatMap((place) => KINDS.map((kind) => ({ ...place, kind })));
  return places.map((place, index) => ({ ...place, kind: TURNS[(index + SEED) % TURNS.length] ?? 'both' }));
}

/**
 * Crashes flows at these points, each in a cell of its own, as many with one crash as there are cells. After a crash what
 * died is started again, the queue settles, and what the flow claims is looked at, before and after it is set off once more.
 */
export async function crashAt(stand: CrashStand, kind: Kind, points: readonly Point[]): Promise<void> {
  for (let from = 0; from < points.length; from += stand.cells.length)
    await crashTogether(stand, kind, points.slice(from, from + stand.cells.length));
}

/** A reply that is lost inside a transaction cuts it off there, as the next event that does not come. */
const ENDS_SOMETHING = /^(commit|call )/i;

function placesOf(events: readonly string[]): At[] {
  return events.flatMap((name, index): At[] => {
    const before: At = { at: index + 1, when: 'before' };
    const after: At = { at: index + 1, when: 'after' };
    return FULL || ENDS_SOMETHING.test(name) ? [before, after] : [before];
  });
}

/** Each cell stands still at a point of its own; then one crash for all of them. */
async function crashTogether(stand: CrashStand, kind: Kind, points: readonly Point[]): Promise<void> {
  await stand.setNow(BEGIN);
  const runs = await Promise.all(
    points.map(async (point, index) => {
      const cell = cellOf(stand, index);
      const { reached } = await cell.arm(point);
      const attempt = point.flow.begin(cell);
      const over = attempt.run().catch(() => {});
      const place = await Promise.race([reached, over.then(() => 'its end')]);
      const name = `${point.flow.name}: what dies is "${kind}", ${place} (event ${point.at})`;
      return { cell, attempt, over, name };
    }),
  );
  await stand.crash(kind, () => Promise.all(runs.map(({ over }) => over)));
  await stand.setNow(LATER);
  const followed = await Promise.allSettled(
    runs.map(async ({ cell, attempt, name }) => {
      await cell.disarm();
      await follow(cell, attempt, name);
    }),
  );
  // All have come to their end, so that nothing goes on behind the next crash.
  for (const one of followed) if (one.status === 'rejected') throw one.reason;
}

/** What is to be seen after each crash. An error names the point. */
async function follow(cell: Cell, attempt: Attempt, name: string): Promise<void> {
  try {
    await cell.settle();
    await attempt.look();
    await attempt.again();
    await cell.settle();
    await attempt.end();
  } catch (error) {
    if (error instanceof Error) error.message = `${name}, SEED=${SEED}\n${error.message}`;
    throw error;
  }
}

function cellOf({ cells }: CrashStand, index: number): Cell {
  const cell = cells[index];
  if (cell === undefined) throw new RangeError('there are too few cells');
  return cell;
}
