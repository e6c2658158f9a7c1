import { FULL } from '../full';
import type { Pair } from '../pair';
import type { Stand } from '../stand';
import { brokenOrders, type Judge, ordersToTry, race, serial } from './race';
import { RaceWorld } from './race-world';
import type { Flow } from './run-order';

/** How many orders of each pair the ordinary run tries. */
const SAMPLE = 20;
/** Beyond it a run hangs, on a slow machine too. */
const LONGEST_MS = FULL ? 3_600_000 : 120_000;

interface RaceOptions {
  /** What must hold in the end of every order, beside the invariants. */
  readonly judge: Judge;
  /** What Ana's connections are when the first flow is over before the second begins; none when left out. */
  readonly afterFirst?: readonly string[];
  /** The same with the second first. */
  readonly afterSecond?: readonly string[];
  /** Done once, before anything runs: what a flow needs to have something to do. */
  readonly prepare?: (stand: Stand, pair: Pair) => Promise<unknown>;
  /** How many orders the ordinary run tries, when fewer than usual tell enough. */
  readonly sample?: number;
}

/** The specs of two flows whose steps follow each other in every order; answers the world, for more specs of the pair. */
export function describeRace(
  flows: readonly [Flow<RaceWorld>, Flow<RaceWorld>],
  { judge, afterFirst = [], afterSecond = [], prepare, sample = SAMPLE }: RaceOptions,
): () => RaceWorld {
  const [a, b] = flows;
  let world: RaceWorld;
  beforeAll(async () => {
    world = await RaceWorld.open(prepare);
  });
  afterAll(() => world.close());

  it(`${a.name} and ${b.name}: one after the other they stop where they are told to and end as they should`, async () => {
    const [first, second] = serial(flows);
    const [aFirst, bFirst] = [await race(world, flows, first), await race(world, flows, second)];
    expect([aFirst.run.missed[0], bFirst.run.missed[1]]).toEqual([[], []]);
    expect([aFirst.connections, bFirst.connections]).toEqual([afterFirst, afterSecond]);
    expect([aFirst.broken, bFirst.broken]).toEqual([[], []]);
  });

  it(
    `${a.name} and ${b.name}: in ${FULL ? 'every order' : 'many orders'} nothing comes back and nothing is lost`,
    async () => {
      expect(await brokenOrders(world, flows, ordersToTry(flows, sample), judge)).toEqual([]);
    },
    LONGEST_MS,
  );
  return () => world;
}
