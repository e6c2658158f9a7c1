import { Grants } from '../../../server/src/features/connection';
import { describeRace } from '../../stand/races/describe-race';
import { erasure, sync } from '../../stand/races/flows';
import { brokenOrders } from '../../stand/races/race';

const world = describeRace([erasure, sync], {
  judge: ({ connections }) => (connections.length === 0 ? [] : ['the connection is still there']),
});

describe('without the fence of its generation', () => {
  // It opens the token or fetches a day, and stores what it has while the deletion erases, or when that is over.
  const orders = ['BBBAAAAABBAAB', 'BBAAAAAAABBBB', 'BBBBAAAAAAABB'];
  beforeEach(() => {
    jest.spyOn(Grants.prototype, 'hold').mockImplementation(async (tx) => {
      await tx.query('select 1 as "neither FOR SHARE nor a question of its generation"');
      return true;
    });
  });

  it('a sync runs into the foreign key of its connection', async () => {
    const found = await brokenOrders(world(), [erasure, sync], orders);
    expect(found.map(({ broken }) => broken)).toEqual(
      orders.map(() => [expect.stringMatching(/threw .* violates foreign key constraint/)]),
    );
  });

  it('and without that key too, a sync brings back what was erased: these specs notice', async () => {
    for (const table of ['analytics_day', 'analytics_sync', 'analytics_gap', 'connection_line'])
      await world().monitor.query(`alter table ${table} drop constraint ${table}_connection_fkey`);
    const [during, ...after] = await brokenOrders(world(), [erasure, sync], orders);
    // The second look, before anything is called completed.
    expect(during?.broken).toContain('a deletion threw something is left after erasing');
    expect(after).toHaveLength(2);
    for (const { broken } of after)
      expect(broken).toEqual(
        expect.arrayContaining([
          'I1: public.analytics_day still holds something of an erased connection',
          'I3: a row of public.analytics_day is of no connection',
        ]),
      );
  });
});
