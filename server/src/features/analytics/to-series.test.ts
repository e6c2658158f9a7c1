import { type ReadRow, toSeries } from './to-series';

const connection = {
  synced_at: new Date('2026-07-14T19:00:00Z'),
  complete_until: '2026-07-11',
  complete_offset: 1,
  first_stored: 0,
  first_counted: 0,
  gaps: null,
};

const day = (offset: number, numbers: Readonly<Record<string, string | null>>): ReadRow => ({
  ...connection,
  offset,
  fetched: true,
  failed_metrics: [],
  ...numbers,
});

/** What the outer join answers when the range holds no stored day. */
const nothing: ReadRow = { ...connection, offset: null, fetched: false, failed_metrics: [] };

describe('the series of a range', () => {
  it('have one value per day, in the order of the days, and gaps stay gaps', () => {
    const rows = [day(2, { views: '30' }), day(0, { views: '0' })];
    expect(toSeries(rows, ['VIEWS'], 4)[0]?.values).toEqual([0, null, 30, null]);
  });

  it('stand in the order asked for', () => {
    const rows = [day(0, { likes: '1', views: '2' })];
    expect(toSeries(rows, ['LIKES', 'VIEWS', 'LIKES'], 1).map(({ metric }) => metric)).toEqual([
      'LIKES',
      'VIEWS',
      'LIKES',
    ]);
  });

  it('total the days up to the last complete one', () => {
    const rows = [day(0, { views: '10' }), day(1, { views: '20' }), day(2, { views: '5' })];
    expect(toSeries(rows, ['VIEWS'], 3)[0]?.total).toBe(30);
  });

  it('total the whole range when it ends before the last complete day', () => {
    const rows = [day(0, { views: '10' }), day(1, { views: '20' })].map((row) => ({
      ...row,
      complete_offset: 9,
    }));
    expect(toSeries(rows, ['VIEWS'], 2)[0]?.total).toBe(30);
  });

  it.each([null, -1])('have no total when no day is complete (%p)', (complete_offset) => {
    const rows = [{ ...day(0, { views: '10' }), complete_offset }];
    expect(toSeries(rows, ['VIEWS'], 1)[0]).toMatchObject({ values: [10], total: null });
  });

  it('keep counts beyond 32 bits', () => {
    expect(toSeries([day(0, { views: '9007199254740991' })], ['VIEWS'], 1)[0]?.values).toEqual([
      Number.MAX_SAFE_INTEGER,
    ]);
  });

  it('say why something is missing, by what was noted about the metric', () => {
    const rows = [{ ...nothing, gaps: { FOLLOWS: 'TOO_FEW_FOLLOWERS' as const } }];
    const [follows, views] = toSeries(rows, ['FOLLOWS', 'VIEWS'], 3);
    expect(follows).toMatchObject({ values: [null, null, null], missingReason: 'TOO_FEW_FOLLOWERS' });
    expect(views).toMatchObject({ total: null, previousTotal: null, missingReason: 'NOT_YET_AVAILABLE' });
  });
});
