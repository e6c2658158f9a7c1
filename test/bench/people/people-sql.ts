import { numberedDigest } from '../lib/pgbench-script.ts';

/** Who is stored: number, ids, and the digests by which their connection is found. */
export const MEMBERS = `
  create table bench.member (account_id uuid, connection_id uuid, exchange bytea, scoped bytea, professional bytea)`;

const idOf = (salt: string): string =>
  `(lpad(${salt}, 8, '0') || '-0000-4000-8000-' || lpad(k::text, 12, '0'))::uuid`;

/** $1-$3: the digests of each kind; $4, $5: what the ids of accounts and connections begin with. */
export const DIGESTS = `
  insert into bench.member
  select ${idOf('$4')}, ${idOf('$5')}, exchange, scoped, professional
  from (
    select row_number() over () - 1 as k, exchange, scoped, professional
    from unnest($1::bytea[], $2::bytea[], $3::bytea[]) as given (exchange, scoped, professional)
  ) as numbered`;

const computed = (kind: string): string => numberedDigest(kind).replace(':k', 'k');

/** $1: how many; $2, $3: what the ids of accounts and connections begin with. */
export const COMPUTED = `
  insert into bench.member
  select ${idOf('$2')}, ${idOf('$3')},
    ${computed('exchange-user')}, ${computed('app-scoped')}, ${computed('professional')}
  from generate_series(0, $1::int - 1) as k`;

export const ACCOUNTS = `
  insert into account (id, email_sealed, email_index, password_hash, time_zone, selected_connection_id, created_at)
  select account_id, repeat('e', 120), sha256(convert_to(account_id::text, 'UTF8')), repeat('p', 97),
    'Europe/Berlin', connection_id, '2025-06-01Z'
  from bench.member`;

/** $1: the app's id. Sealed texts are as long as true ones; intake opens none of them. */
export const CONNECTIONS = `
  insert into instagram_connection (
    id, account_id, app_id, generation, exchange_user_id_sealed, exchange_user_index, app_scoped_id_sealed,
    app_scoped_index, professional_id_sealed, professional_index, username_sealed, display_name_sealed, token_sealed,
    token_expires_at, granted_permissions, connected_at, granted_at)
  select connection_id, account_id, $1, 1, repeat('x', 110), exchange, repeat('x', 110), scoped, repeat('x', 110),
    professional, repeat('x', 110), repeat('x', 120), repeat('x', 330), '2027-01-01Z',
    '{BASIC,CONTENT_PUBLISH,MANAGE_INSIGHTS}', '2025-06-01Z', '2025-06-01Z'
  from bench.member`;

/** A profile key and a token key for each connection, wrapped like the account's own: intake only destroys them. */
export const KEYS = `
  insert into keystore.data_key (id, kind, subject_id, generation, epoch_id, wrapped, created_at)
  select gen_random_uuid(), kind.name, member.connection_id, kind.generation, key.epoch_id, key.wrapped, key.created_at
  from bench.member
  join keystore.data_key key on key.subject_id = member.account_id
  cross join (values ('profile', 0), ('token', 1)) as kind (name, generation)`;

/** 400 days for each connection. */
export const DAYS = `
  insert into analytics_day
  select connection_id, date '2025-06-01' + day, 1000 + day, 5000 + day, 70 + day, 80 + day, 60, 9, 4, 3, 2, 1, 8, 2, 5,
    12000 + day, '2026-11-01Z', '{}'
  from bench.member cross join generate_series(0, 399) as day
  order by connection_id, day`;

/** What a deletion changes, kept to begin each run with. */
export const COPIES = `
  create table bench.data_key as select * from keystore.data_key;
  create table bench.connection as select * from instagram_connection;
  create unique index on bench.connection (id)`;

export const RESTORE = `
  insert into keystore.data_key select * from bench.data_key on conflict do nothing;
  update instagram_connection set cut_at = null, token_sealed = copy.token_sealed,
    token_expires_at = copy.token_expires_at
  from bench.connection copy where copy.id = instagram_connection.id and instagram_connection.cut_at is not null;
  update account set selected_connection_id = member.connection_id
  from bench.member where account_id = account.id and selected_connection_id is null`;

/** Every table of ours, and the queue's. */
export const TABLES = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname in ('public', 'keystore') or (schemaname, tablename) = ('graphile_worker', '_private_jobs')`;
