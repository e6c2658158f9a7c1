import { stories } from '../../stand/endings/stories';
import { tell } from '../../stand/endings/tell';
import { FULL, sampled } from '../../stand/full';
import { RaceWorld } from '../../stand/races/race-world';

let world: RaceWorld;
beforeAll(async () => {
  world = await RaceWorld.open();
});
afterAll(() => world.close());

it('there is a story for every order of the five acts with every clock', () => {
  const all = stories().map(({ acts, clocks }) => JSON.stringify([acts.slice(-5), clocks]));
  expect(new Set(all).size).toBe(120 * 5);
});

it(
  `${FULL ? 'every' : 'a sample of every'} order of deauthorize, delete, disconnect, reconnect and a late duplicate ends as promised`,
  async () => {
    const found = [];
    for (const story of sampled(stories(), 40)) {
      const broken = await tell(world, story);
      if (broken.length > 0) found.push({ ...story, broken });
    }
    expect(found).toEqual([]);
  },
  FULL ? 1_200_000 : 120_000,
);
