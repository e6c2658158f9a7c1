import { sampled } from '../full';
import { checkInvariants, OneWay } from './invariants';
import { type Order, ordersOf } from './orders';
import type { RaceWorld } from './race-world';
import { type Flow, type Run, runOrder } from './run-order';

type Flows = readonly [Flow<RaceWorld>, Flow<RaceWorld>];

/** A run and everything about it that must not be. */
export interface Judged {
  readonly run: Run;
  /** The statuses of the connections that Ana sees in the end. */
  readonly connections: readonly string[];
  readonly broken: readonly string[];
}

/** The orders to be tried of two flows: both ways one after the other, each step in turn, and a sample; all of them in the full run. */
export function ordersToTry([a, b]: Flows, count: number): readonly Order[] {
  const [steps, others] = [a.stops.length + 1, b.stops.length + 1];
  return [...new Set([...serial([a, b]), ...sampled(ordersOf(steps, others), count)])];
}

/** First all of the one, then all of the other. */
export function serial([a, b]: Flows): readonly [Order, Order] {
  const [first, second] = ['A'.repeat(a.stops.length + 1), 'B'.repeat(b.stops.length + 1)];
  return [first + second, second + first];
}

/** Runs two flows in an order from the world's beginning, lets every job come to its end, and checks the invariants. */
export async function race(world: RaceWorld, flows: Flows, order: Order): Promise<Judged> {
  await world.restore();
  const oneWay = new OneWay(world);
  const run = await runOrder(world, world.monitor, flows, order, () => oneWay.look());
  await world.stand.drain();
  await oneWay.look();
  const failed = run.ends.flatMap((end, index) =>
    end instanceof Error ? [`${flows[index]?.name} threw ${end.message}`] : [],
  );
  return {
    run,
    connections: (await world.pair.ana.connections()).map(({ status }) => status),
    broken: [...new Set([...failed, ...oneWay.broken, ...(await checkInvariants(world))])],
  };
}

/** What must hold in the end of every order, beside the invariants: a sentence for what does not. */
export type Judge = (judged: Judged) => readonly string[];

/** Tries the orders; each in which something broke, with what broke. */
export async function brokenOrders(
  world: RaceWorld,
  flows: Flows,
  orders: readonly Order[],
  judge: Judge = () => [],
): Promise<{ order: Order; steps: string; broken: readonly string[] }[]> {
  const found = [];
  const decided = new Set<string>();
  for (const order of orders) {
    if (prefixesOf(order).some((prefix) => decided.has(prefix))) continue;
    const judged = await race(world, flows, order);
    decided.add(judged.run.decided);
    const broken = [...judged.broken, ...judge(judged)];
    if (broken.length > 0) found.push({ order, steps: judged.run.steps, broken });
  }
  return found;
}

const prefixesOf = (order: Order): string[] => [...order].map((_, index) => order.slice(0, index + 1));
