import { randomBytes, randomUUID } from 'node:crypto';
import type { App } from '../../server/src/app';
import { DATA_MAP } from '../../server/src/data-map';
import type { MapColumn, MapTable } from '../../server/src/platform/database/data-map/data-map';

type DataSource = App['dataSource'];

/** A value that stands in one column of one row and nowhere else. */
export interface Canary {
  /** `table.column`, with the kind of the row where a table has several. */
  readonly place: string;
  /** As it reads in a row's text: bytes are hex. */
  readonly text: string;
  /** Whether its row named the connection when it was planted. */
  readonly ofConnection: boolean;
  readonly column: MapColumn;
}

/**
 * Columns whose value has to stay for the ending to work at all. Each is random and a person's own, so it is a canary as
 * it is: what is opened once more to withdraw access, the keyed digests by which a callback finds its person, and what
 * proves that it is the holder who deletes the account.
 */
const AS_THEY_ARE = new Set([
  'instagram_connection.token_sealed',
  'instagram_connection.professional_id_sealed',
  'instagram_connection.exchange_user_index',
  'instagram_connection.app_scoped_index',
  'instagram_connection.professional_index',
  'keystore.data_key.wrapped',
  'account.email_index',
  'account.password_hash',
  'session.id_hash',
  'deletion_request.code_hash',
]);

/** Words that every row shares and the ending reads: their rows are looked for by the other columns. */
const SHARED = new Set([
  'instagram_connection.app_id',
  'keystore.data_key.kind',
  'keystore.data_key.epoch_id',
  // Written by whatever ends an export.
  'data_export.ending',
]);

/**
 * Puts a random, incompressible value into every text, JSON and bytea column of every row that leads to an account, and
 * tells where each stands. What leads to nobody gets a row of its own.
 */
export async function plantCanaries(
  dataSource: DataSource,
  accountId: string,
  connectionId: string,
): Promise<Canary[]> {
  await giveEveryTableARow(dataSource, accountId, connectionId);
  const canaries: Canary[] = [];
  for (const table of DATA_MAP.tables.filter(({ noPerson }) => noPerson === null)) {
    for (const column of table.columns.filter(isText)) {
      canaries.push(...(await plant(dataSource, table, column, accountId, connectionId)));
    }
  }
  return canaries;
}

/** Which of these texts stand anywhere: in a table of ours, a library's or the queue's. */
export async function standing(
  dataSource: DataSource,
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  const tables: { name: string }[] = await dataSource.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1`,
  );
  const found = new Set<string>();
  for (const { name } of tables) {
    const statement = `select distinct c.text from unnest($1::text[]) c (text), ${name} t where position(c.text in t::text) > 0`;
    const rows: { text: string }[] = await dataSource.query(statement, [texts]);
    for (const { text } of rows) found.add(text);
  }
  return found;
}

const isText = ({ type }: MapColumn): boolean => /^(text(\[\])?|character varying|jsonb?|bytea)$/.test(type);

/** A value that no compression makes shorter, of the column's type, and how it reads. */
function canaryOf(type: string): { value: unknown; text: string } {
  const bytes = randomBytes(32);
  if (type === 'bytea') return { value: bytes, text: bytes.toString('hex') };
  const text = `cnry${bytes.toString('base64url').replaceAll(/[-_]/g, 'x')}`;
  if (type === 'text[]') return { value: [text], text };
  return { value: type.startsWith('json') ? JSON.stringify({ [text]: text }) : text, text };
}

async function plant(
  dataSource: DataSource,
  table: MapTable,
  column: MapColumn,
  accountId: string,
  connectionId: string,
): Promise<Canary[]> {
  const at = `${table.name}.${column.name}`;
  if (SHARED.has(at)) return [];
  const where = reaches(table);
  const rows: { row: string; text: string | null; of: boolean }[] = await dataSource.query(
    `select ctid::text as row, ${column.type === 'bytea' ? `encode(${column.name}, 'hex')` : `${column.name}::text`} as text,
       position($2 in t::text) > 0 as of from ${table.name} t where ${where}`,
    [accountId, connectionId],
  );
  const canaries: Canary[] = [];
  for (const { row, text, of } of rows) {
    const place = `${at}${table.name === 'keystore.data_key' ? ` ${await kindOf(dataSource, row)}` : ''}`;
    if (AS_THEY_ARE.has(at)) {
      if (text !== null) canaries.push({ place, text, ofConnection: of, column });
      continue;
    }
    const canary = canaryOf(column.type);
    canaries.push({ place, text: canary.text, ofConnection: of, column });
  }
  if (!AS_THEY_ARE.has(at)) await write(dataSource, table, column, rows, canaries);
  return canaries;
}

/** One statement for all rows: a row that was written has another place. */
async function write(
  dataSource: DataSource,
  { name }: MapTable,
  column: MapColumn,
  rows: readonly { row: string }[],
  canaries: readonly Canary[],
): Promise<void> {
  const value = {
    bytea: "decode(c.text, 'hex')",
    'text[]': 'array[c.text]',
    json: 'json_build_object(c.text, c.text)',
    jsonb: 'jsonb_build_object(c.text, c.text)',
  }[column.type];
  await dataSource.query(
    `update ${name} t set ${column.name} = ${value ?? 'c.text'}
     from unnest($1::text[], $2::text[]) c (row, text) where t.ctid = c.row::tid`,
    [rows.map(({ row }) => row), canaries.map(({ text }) => text)],
  );
}

async function kindOf(dataSource: DataSource, row: string): Promise<string> {
  const [{ kind }] = await dataSource.query('select kind from keystore.data_key where ctid = $1::tid', [row]);
  return kind;
}

/** The condition under which a row leads to the account `$1`, written anew beside the server's own. */
function reaches({ name, paths }: MapTable): string {
  const ways = paths.map(({ column, to }) => {
    if (to === 'itself') return `${name}.${column} = $1`.replace(`${name}.`, '');
    const [key = '', ...table] = to.split('.').reverse();
    const next = DATA_MAP.tables.find((one) => one.name === table.reverse().join('.'));
    return next === undefined
      ? 'false'
      : `${column} in (select ${key} from ${next.name} where ${reaches(next)})`;
  });
  return `(${ways.join(' or ')})`;
}

/** Rows that an account has only now and then: a missing number's reason, an event, a reconnect that was begun, a visit of support, an export, an integrator that is to be told. */
async function giveEveryTableARow(
  dataSource: DataSource,
  accountId: string,
  connectionId: string,
): Promise<void> {
  const at = '2026-11-23T18:00:00Z';
  await dataSource.query("insert into analytics_gap values ($1, 'SAVES', 'META_ERROR', $2)", [
    connectionId,
    at,
  ]);
  await dataSource.query(
    `insert into instagram_event (id, connection_id, event_index, kind, media_id_sealed, received_at)
     values (gen_random_uuid(), $1, $2, 'COMMENT', 'v1', $3)`,
    [connectionId, randomBytes(32), at],
  );
  await dataSource.query(
    `insert into connect_attempt
       (state_hash, account_id, session_hash, connection_id, comment_events, created_at, expires_at)
     values ($1, $2, $3, $4, false, $5, $5)`,
    [randomBytes(32), accountId, randomBytes(32), connectionId, at],
  );
  await dataSource.query(
    `insert into support_access (id, looked_at, operator, action, account_id, reason_sealed)
     values (gen_random_uuid(), $1, 'Rita', 'FIND_BY_CODE', $2, 'v1')`,
    [at, accountId],
  );
  await dataSource.query("update token_renewal set failure = 'temporary' where connection_id = $1", [
    connectionId,
  ]);
  await dataSource.query(
    "insert into connection_check values (gen_random_uuid(), $1, $2, 'RENEWAL', 'temporary', 2, null)",
    [connectionId, at],
  );
  await dataSource.query(
    "insert into connection_health (connection_id, suspicion, confirmations, access_end) values ($1, 'ACCESS', 0, 'CHECKPOINT')",
    [connectionId],
  );
  await dataSource.query("update connection_line set trouble = 'ODD' where connection_id = $1", [
    connectionId,
  ]);
  await dataSource.query(
    `insert into transfer_request (id, account_id, connection_id, username_sealed, proved_at, asked_at, kept_at)
     values (gen_random_uuid(), $1, $2, 'v1', $3, $3, $3)`,
    [accountId, connectionId, at],
  );
  await dataSource.query("insert into connection_picture values ($1, 'v1', $2, $2)", [connectionId, at]);
  await dataSource.query("insert into connection_warning values ($1, 1, 'ACCESS_ENDING', 14, $2, $2)", [
    connectionId,
    at,
  ]);
  // An export that waits, named after the connection that is in it, so that each of its rows names it.
  await dataSource.query(
    `insert into data_export (id, account_id, requested_at, attempts, connection_ids, percent, size_bytes, piece_count,
       ready_at, expires_at, link_hash)
     values ($2, $1, $3, 1, array[$2]::uuid[], 100, 1, 1, $3, $3::timestamptz + interval '1 day', $4)`,
    [accountId, connectionId, at, randomBytes(32)],
  );
  await dataSource.query("insert into data_export_piece values ($1, 0, 'v1')", [connectionId]);
  await dataSource.query(
    `insert into keystore.data_key (id, kind, subject_id, generation, epoch_id, wrapped, created_at)
     select gen_random_uuid(), 'export', $1, 0, min(epoch_id), $2, $3 from keystore.data_key`,
    [connectionId, `v1.${randomBytes(32).toString('hex')}`, at],
  );
  // An integrator that is still to be told of the earlier deletion.
  await dataSource.query(
    `insert into deletion_recipient (id, request_id, connection_ids, endpoint_sealed, attempts, ends_at, outcome)
     select gen_random_uuid(), request_id, array[connection_id], 'v1', 1, '2030-01-01', 'TOLD'
     from deletion_subject where account_id = $1`,
    [accountId],
  );
  // A notice of the account's own: one about a connection goes with it, whole.
  const [notice, mail] = [randomUUID(), randomUUID()];
  await dataSource.query(
    `insert into notice (id, account_id, kind, dedupe_key, device_sealed, told_at)
     values ($1, $2, 'NEW_DEVICE', $3, 'v1', $4)`,
    [notice, accountId, randomBytes(32), at],
  );
  await dataSource.query(
    `insert into mail (id, account_id, purpose, notice_id, operator_event, dedupe_key, to_sealed, state, intended_at, link_hash)
     values ($1, $2, 'NOTICE', $3, 'none', $4, 'v1', 'SENT', $5, $6)`,
    [mail, accountId, notice, randomBytes(32), at, randomBytes(32)],
  );
  await dataSource.query("insert into development_mail values ($1, $2, $3, 'v1')", [mail, accountId, at]);
  await dataSource.query("insert into email_change values ($1, 'v1', $2)", [accountId, at]);
  await dataSource.query("insert into muted_notice values ($1, 'NEW_DEVICE', $2)", [accountId, at]);
  await dataSource.query("update analytics_sync set failure = 'outage' where connection_id = $1", [
    connectionId,
  ]);
}
