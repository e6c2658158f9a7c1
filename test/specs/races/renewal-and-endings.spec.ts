import { Grants } from '../../../server/src/features/connection';
import type { Pair } from '../../stand/pair';
import { describeRace } from '../../stand/races/describe-race';
import { deauthorization, disconnecting, erasure, renewal } from '../../stand/races/flows';
import { brokenOrders, type Judge } from '../../stand/races/race';
import { rowIdOf } from '../../stand/snapshot';
import type { Stand } from '../../stand/stand';

/** Ten days on, and Ana's token is to be renewed now. */
async function due(stand: Stand, { ana, bea, connection }: Pair): Promise<void> {
  stand.clock.advance({ days: 10 });
  for (const person of [ana, bea]) await person.signIn();
  await stand.app.dataSource.query('update token_renewal set due_at = $1 where connection_id = $2', [
    stand.clock.now(),
    rowIdOf(connection),
  ]);
}
const gone: Judge = ({ connections }) => (connections.length === 0 ? [] : ['the connection is still there']);

describe('a refresh that is in flight stores nothing', () => {
  describe('against a deletion', () => {
    const world = describeRace([erasure, renewal], { judge: gone, prepare: due });

    it('and without the fence of its generation it would go on until it finds no key: these specs notice', async () => {
      jest.spyOn(Grants.prototype, 'holdAlone').mockImplementation(async (tx) => {
        await tx.query('select 1 as "no row, for no key update, and no question of its generation"');
        return true;
      });
      // The lease is taken and Instagram answers; then the deletion takes the request in, and only then it is stored.
      const found = await brokenOrders(world(), [erasure, renewal], ['BBAAAABBBAAAA']);
      // Nor would anything come back then: the key that it would be sealed with is destroyed.
      expect(found.map(({ broken }) => broken)).toEqual([
        ['a renewal threw the token key of generation 1 does not exist'],
      ]);
      jest.restoreAllMocks();
    });
  });
  describe('against a disconnect', () => {
    describeRace([disconnecting, renewal], { judge: gone, prepare: due, sample: 8 });
  });
  describe('against a deauthorization', () => {
    describeRace([deauthorization, renewal], {
      judge: ({ connections }) =>
        connections.join() === 'DEAUTHORIZED' ? [] : [`it is ${connections.join() || 'gone'}`],
      afterFirst: ['DEAUTHORIZED'],
      afterSecond: ['DEAUTHORIZED'],
      prepare: due,
      sample: 8,
    });
  });
});
