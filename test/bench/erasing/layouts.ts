import type { Client } from 'pg';

/** One way to store 400 days of each of `bench.member`'s connections, and to remove those of one. */
export interface Layout {
  readonly name: string;
  store(client: Client): Promise<void>;
  /** $1: the connection. */
  readonly remove: readonly string[];
}

const DAYS = 400;
/** In the order of the entity. */
const METRICS = [
  ...['reach', 'views', 'accounts_engaged', 'total_interactions', 'likes', 'comments', 'saves', 'shares'],
  ...['replies', 'reposts', 'follows', 'unfollows', 'profile_links_taps', 'follower_count'],
];
const NUMBERS = METRICS.map((_, index) => `${(index + 1) * 37} + day`).join(', ');

const REMOVE_DAYS = [
  'delete from analytics_day where connection_id = $1',
  'delete from analytics_gap where connection_id = $1',
  'delete from analytics_sync where connection_id = $1',
];

/** As a history that was fetched at once lies. */
const TOGETHER: Layout = {
  name: 'a row per day, history together',
  async store(client) {
    await client.query('truncate analytics_day');
    await client.query(rowsOfDays('order by connection_id, day'));
  },
  remove: REMOVE_DAYS,
};

/** As rows lie that were written one day after the other, each day for every connection. */
const SCATTERED: Layout = {
  name: 'a row per day, written day by day',
  async store(client) {
    await client.query('truncate analytics_day');
    await client.query(rowsOfDays('order by day, connection_id'));
  },
  remove: REMOVE_DAYS,
};

function rowsOfDays(order: string): string {
  return `insert into analytics_day
    select connection_id, date '2025-06-01' + day, ${NUMBERS}, '2026-11-01Z', '{}'
    from bench.member cross join generate_series(0, ${DAYS - 1}) as day ${order}`;
}

const REMOVE_MONTHS = ['delete from bench.analytics_month where connection_id = $1', ...REMOVE_DAYS.slice(1)];

const MONTHS = `
  drop table if exists bench.analytics_month;
  create table bench.analytics_month (
    connection_id uuid, month date, ${METRICS.map((metric) => `${metric} bigint[]`).join(', ')},
    fetched_at timestamptz[], failed_metrics text[],
    primary key (connection_id, month))`;

/** Not what we store: what a row per month, with an array per metric, would give. */
const MONTHS_TOGETHER: Layout = {
  name: 'a row per month, history together',
  async store(client) {
    await client.query(MONTHS);
    const arrays = METRICS.map((_, index) => `array_agg((${(index + 1) * 37} + day)::bigint order by day)`);
    await client.query(`
      insert into bench.analytics_month
      select connection_id, date_trunc('month', date '2025-06-01' + day)::date, ${arrays.join(', ')},
        array_agg('2026-11-01Z'::timestamptz), '{}'
      from bench.member cross join generate_series(0, ${DAYS - 1}) as day group by 1, 2 order by 1, 2`);
  },
  remove: REMOVE_MONTHS,
};

/** The same, each day added to its month's row; vacuum comes by now and then, as it does. */
const MONTHS_BY_DAY: Layout = {
  name: 'a row per month, written day by day',
  async store(client) {
    await client.query(MONTHS);
    const first = METRICS.map((_, index) => `array[(${(index + 1) * 37} + $1::int)::bigint]`);
    const added = METRICS.map((metric) => `${metric} = month.${metric} || excluded.${metric}`);
    for (let day = 0; day < DAYS; day += 1) {
      await client.query(
        `insert into bench.analytics_month as month
         select connection_id, date_trunc('month', date '2025-06-01' + $1::int)::date, ${first.join(', ')},
           array['2026-11-01Z'::timestamptz], '{}'
         from bench.member
         on conflict (connection_id, month) do update set ${added.join(', ')},
           fetched_at = month.fetched_at || excluded.fetched_at`,
        [day],
      );
      if (day % 10 === 0) await client.query('vacuum bench.analytics_month');
    }
  },
  remove: REMOVE_MONTHS,
};

export const LAYOUTS: readonly Layout[] = [TOGETHER, SCATTERED, MONTHS_TOGETHER, MONTHS_BY_DAY];
