import { analyticsEraser } from '../../../server/src/features/analytics';
import { Collecting } from '../../stand/collecting';

/** Noon in Los Angeles. */
const START = new Date('2026-11-23T20:00:00.000Z');

let stand: Collecting;
beforeAll(async () => {
  stand = await Collecting.open(START);
});
afterAll(() => stand.close());
beforeEach(() => stand.reset());

describe('a run and its grant', () => {
  it.each([
    ['cut', { cutAt: START }],
    ['deauthorized', { deauthorizedAt: START }],
    ['granted anew', { generation: 2 }],
  ])('writes nothing more once the connection is %s', async (_, change) => {
    stand.answers.meanwhile = async (day) => {
      if (day !== '2026-11-22') return;
      await stand.changeConnection(change);
      await stand.dataSource.transaction((tx) =>
        analyticsEraser.erase({ connectionId: stand.connectionId, accountId: '' }, tx),
      );
    };
    expect(await stand.analytics.sync(stand.connectionId)).toBe('superseded');
    expect(
      await analyticsEraser.count(
        { connectionId: stand.connectionId, accountId: '' },
        stand.dataSource.manager,
      ),
    ).toBe(0);
  });

  it('holds no transaction while Instagram is asked', async () => {
    let open: unknown[] = [];
    stand.answers.meanwhile = async () => {
      open = await stand.dataSource.query(
        `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
    };
    await stand.analytics.sync(stand.connectionId);
    expect(open).toEqual([]);
  });

  it('does nothing without a living grant, and stops saying that it runs', async () => {
    await stand.dataSource.transaction((tx) => stand.analytics.queueFirstSync(tx, stand.connectionId, START));
    await stand.changeConnection({ deauthorizedAt: START });
    expect(await stand.analytics.sync(stand.connectionId)).toBe('no-grant');
    expect(await stand.state()).toMatchObject({ running: false });
  });
});
