import { check, downloadReceipt, publicKeys } from '../receipt';
import { rowIdOf } from '../snapshot';
import type { RaceWorld, Row } from './race-world';

/** What keeps proving a deletion; holds ids of ours and nothing of Instagram's. */
const RECORD = ['public.deletion_subject', 'public.deletion_outcome'];

/**
 * What must be true whatever ran beside a deletion, once the queue is empty: one sentence for each thing that is not.
 * The numbers are those of the invariants in the security design.
 */
export async function checkInvariants(world: RaceWorld): Promise<string[]> {
  const rows = await world.rows();
  const of = (table: string) => rows.filter((row) => row.table === table);
  const erased = of('public.deletion_subject')
    .filter(({ values }) => values.part === 'erase')
    .map(({ values }) => String(values.connection_id));
  return [
    ...nothingLeft(rows, erased, world),
    ...neighbourUntouched(rows, world),
    ...noOlderGeneration(rows, of),
    ...(await receiptsTrue(of, world)),
    ...allSettled(of),
  ];
}

/** I1 and I10: nothing names an erased connection but the record of its deletion, and none of its keys or texts stands anywhere. */
function nothingLeft(rows: readonly Row[], erased: readonly string[], { traces, pair }: RaceWorld): string[] {
  const texts = erased.includes(rowIdOf(pair.connection)) ? [...erased, ...traces] : erased;
  return rows
    .filter(({ table }) => !RECORD.includes(table))
    .filter(({ text }) => texts.some((trace) => text.includes(trace)))
    .map(({ table }) => `I1: ${table} still holds something of an erased connection`);
}

/** I2: every row that names Bea's account or connection is what it was, byte for byte. */
function neighbourUntouched(rows: readonly Row[], world: RaceWorld): string[] {
  const [now, then] = [world.neighbours(rows), world.neighboursBefore];
  return then.length > 0 && now.join('\n') === then.join('\n') ? [] : ['I2: a row of Bea’s changed'];
}

/** I3: rows belong to a connection that is there, and a living one has the keys of its newest grant and no other. */
function noOlderGeneration(rows: readonly Row[], of: (table: string) => Row[]): string[] {
  const connections = new Map(of('public.instagram_connection').map((row) => [row.values.id, row.values]));
  const accounts = new Set(of('public.account').map(({ values }) => values.id));
  const keys = of('keystore.data_key').map(({ values }) => values);
  const orphans = rows.filter(
    ({ table, values }) =>
      !RECORD.includes(table) && values.connection_id != null && !connections.has(values.connection_id),
  );
  const stray = keys.filter((key) => !connections.has(key.subject_id) && !accounts.has(key.subject_id));
  const wrong = [...connections.values()].filter((connection) => {
    const own = keys.filter((key) => key.subject_id === connection.id);
    const tokens = own.filter(({ kind }) => kind === 'token').map(({ generation }) => generation);
    const living = connection.cut_at === null && connection.deauthorized_at === null;
    return (
      JSON.stringify(tokens) !== JSON.stringify(living ? [connection.generation] : []) ||
      (connection.token_sealed !== null) !== living ||
      own.length - tokens.length !== (connection.cut_at === null ? 1 : 0)
    );
  });
  const ahead = of('public.analytics_sync').filter(
    ({ values }) => Number(values.generation) > Number(connections.get(values.connection_id)?.generation),
  );
  return [
    ...orphans.map(({ table }) => `I3: a row of ${table} is of no connection`),
    ...stray.map(({ kind }) => `I3: a ${kind} key is of nobody`),
    ...wrong.map(() => 'I3: a connection and its keys do not belong together'),
    ...ahead.map(() => 'I3: a sync is noted for a grant that is not there'),
  ];
}

/** I6: a receipt for each completed request and for no other; each that Ana can download proves what it says. */
async function receiptsTrue(of: (table: string) => Row[], { stand, pair }: RaceWorld): Promise<string[]> {
  const completed = of('public.deletion_request').filter(({ values }) => values.completed_at !== null);
  const ids = (rows: readonly Row[], column: string) => rows.map(({ values }) => values[column]).sort();
  const paired =
    JSON.stringify(ids(completed, 'id')) === JSON.stringify(ids(of('public.receipt'), 'request_id'));
  const keys = await publicKeys(stand);
  const broken: string[] = paired ? [] : ['I6: receipts and completed requests do not pair'];
  for (const { confirmationCode } of await pair.ana.deletionRequests()) {
    const findings = check(await downloadReceipt(stand, confirmationCode), keys);
    if (!Object.values(findings).every(Boolean)) broken.push('I6: a receipt does not verify');
  }
  return broken;
}

/** I9: every request came to its end, without anybody's help, and no job is left. */
function allSettled(of: (table: string) => Row[]): string[] {
  const open = of('public.deletion_request').filter(
    ({ values }) => values.completed_at === null || values.attention_at !== null,
  );
  return [
    ...open.map(() => 'I9: a request did not come to its end'),
    ...of('graphile_worker._private_jobs').map(() => 'I9: a job is left'),
  ];
}

/** I7: watches from step to step that nothing that was done is undone. */
export class OneWay {
  readonly broken: string[] = [];
  private last = new Map<string, Record<string, unknown>>();

  constructor(private readonly world: RaceWorld) {}

  async look(): Promise<void> {
    const { rows } = await this.world.monitor.query<Record<string, unknown>>(
      `select 'request ' || id as id, keys_removed_at, erasing_at, completed_at, null::int as generation,
         null::timestamptz as cut_at, exists (select from receipt where request_id = id) as receipt
       from deletion_request
       union all
       select 'connection ' || id, null, null, null, generation, cut_at, null from instagram_connection`,
    );
    const now = new Map(rows.map((row) => [String(row.id), row]));
    for (const [id, row] of now) this.compare(id, this.last.get(id) ?? {}, row);
    for (const id of this.last.keys())
      if (id.startsWith('request') && !now.has(id)) this.broken.push('I7: a request is gone');
    // A connection that was seen cut or gone stays so: what is erased never comes back under its id.
    for (const [id, row] of this.last)
      if (id.startsWith('connection') && !now.has(id)) now.set(id, { ...row, gone: true });
    this.last = now;
  }

  private compare(id: string, then: Record<string, unknown>, now: Record<string, unknown>): void {
    for (const time of ['keys_removed_at', 'erasing_at', 'completed_at', 'cut_at', 'gone'])
      if (then[time] != null && String(then[time]) !== String(now[time]))
        this.broken.push(`I7: ${time} of a ${id.split(' ')[0]} was undone`);
    if (Number(now.generation ?? 0) < Number(then.generation ?? 0))
      this.broken.push('I7: a connection went back to an older grant');
    if (id.startsWith('request') && now.receipt !== (now.completed_at !== null))
      this.broken.push('I6: a receipt was there before its request was completed, or not with it');
  }
}
