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
  /** A digest of every row that is not Ana's, or nobody's any more; what callbacks leave to be recognised again is left out. */
  others(): Promise<Record<string, string>>;
}

/** What a callback or a deletion leaves on purpose, without an id. */
const REMEMBERS = ['deauthorization', 'tombstone', 'ledger_entry', 'ledger_head'].map(
  (table) => `public.${table}`,
);

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
    others: () => othersThan(stand.app.dataSource, account, [rowIdOf(connection)]),
  };
}

/**
 * A digest of every row that is not of this account, of these connections of it or of a deletion request of it; what
 * callbacks leave to be recognised again is left out.
 */
export async function othersThan(
  dataSource: Stand['app']['dataSource'],
  account: string,
  connections: readonly string[],
): Promise<Record<string, string>> {
  const requests: { id: string }[] = await dataSource.query(
    'select request_id as id from deletion_subject where account_id = $1 or account_id is null',
    [account],
  );
  const hers = [account, ...connections, ...requests.map((request) => request.id)];
  const others = await snapshot(dataSource, hers);
  return Object.fromEntries(Object.entries(others).filter(([table]) => !REMEMBERS.includes(table)));
}

/** The line of a category in a deletion status. */
export function category(
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  status: any,
  name:
    | 'ACCESS_KEYS'
    | 'INSTAGRAM_IDENTITY'
    | 'ANALYTICS'
    | 'POSTS_AND_MEDIA'
    | 'DELETION_RECORD'
    | 'ACCOUNT',
): { outcome: string; count: number | null; reason: string | null } {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const line = status.categories.find((candidate: any) => candidate.name === name);
  return { outcome: line.outcome, count: line.count, reason: line.reason };
}
