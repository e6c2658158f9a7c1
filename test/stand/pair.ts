import type { Person } from './person';
import { rowIdOf, snapshot } from './snapshot';
import type { Stand } from './stand';

/** Ana, whom a spec is about, and Bea, whose rows look alike and must stay as they are. */
export interface Pair {
  readonly ana: Person;
  readonly bea: Person;
  /** Ana's connection to @studio_nord, with its analytics. */
  readonly connection: string;
  /** Bea's connection to @cafe_lisboa, with its analytics. */
  readonly neighbour: string;
  /** A digest of every row that is not Ana's; what callbacks leave to be recognised again is left out. */
  others(): Promise<Record<string, string>>;
}

/** The Instagram account that Ana's connection is of. */
export const ANAS = 'studio_nord';
/** The one of Bea's. */
export const BEAS = 'cafe_lisboa';

/** Two people, each with one connection and, unless it is not wanted, thirty days of analytics. */
export async function givenPair(stand: Stand, { analytics = true } = {}): Promise<Pair> {
  const [ana, bea] = [
    await stand.givenAccount('ana@example.com'),
    await stand.givenAccount('bea@example.com'),
  ];
  if (!analytics) {
    await ana.connect(ANAS);
    await bea.connect(BEAS);
    await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  }
  const [connection, neighbour] = analytics
    ? [await ana.givenConnection(ANAS), await bea.givenConnection(BEAS)]
    : [(await ana.connections())[0].id, (await bea.connections())[0].id];
  const account = rowIdOf(await ana.accountId());
  return {
    ana,
    bea,
    connection,
    neighbour,
    async others() {
      const requests: { id: string }[] = await stand.app.dataSource.query(
        'select request_id as id from deletion_subject where account_id = $1',
        [account],
      );
      const hers = [account, rowIdOf(connection), ...requests.map((request) => request.id)];
      const { 'public.deauthorization': _, ...others } = await snapshot(stand.app.dataSource, hers);
      return others;
    },
  };
}

/** The line of a category in a deletion status. */
export function category(
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  status: any,
  name: 'ACCESS_KEYS' | 'INSTAGRAM_IDENTITY' | 'ANALYTICS' | 'POSTS_AND_MEDIA' | 'DELETION_RECORD',
): { outcome: string; count: number | null; reason: string | null } {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const line = status.categories.find((candidate: any) => candidate.name === name);
  return { outcome: line.outcome, count: line.count, reason: line.reason };
}
