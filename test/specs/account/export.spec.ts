import { askForEmail } from '../../stand/email-change';
import { csvOf, dataExport, download, givenExport, jsonOf, unzip } from '../../stand/export';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;
let files: ReadonlyMap<string, string>;

// Two look-alikes; of Ana there is a row in every table that an account can have one in.
beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  await pair.ana.disconnect(await pair.ana.givenConnection('atelier_mare'));
  await stand.drain();
  await stand.app.operator.support.find(
    { operator: 'Rita', reason: '=ticket, "4711"' },
    { kind: 'email', value: 'ana@example.com' },
  );
  await stand.app.dataSource.query(
    "insert into analytics_gap select connection_id, 'SAVES', 'META_ERROR', synced_at from analytics_sync",
  );
  await stand.app.dataSource.query(
    "update analytics_day set saves = null, likes = 0, views = 9007199254740991 where day = '2026-11-20'",
  );
  for (const row of [
    "connection_health (connection_id, suspicion, confirmations) values ($1, 'ACCESS', 0)",
    "connection_check values (gen_random_uuid(), $1, '2026-11-20T10:00:00Z', 'CHECK', 'temporary', 2, null)",
    "connection_warning values ($1, 1, 'ACCESS_ENDING', 14, '2026-12-01T10:00:00Z', '2026-11-20T10:00:00Z')",
    "instagram_event values (gen_random_uuid(), $1, decode('00', 'hex'), 'COMMENT', null, '2026-11-20T10:00:00Z')",
  ])
    await stand.app.dataSource.query(`insert into ${row}`, [rowIdOf(pair.connection)]);
  const told = "(gen_random_uuid(), $1, 'NEW_DEVICE', decode('00', 'hex'), '2026-11-20T10:00:00Z')";
  await sql(`insert into notice (id, account_id, kind, dedupe_key, told_at) values ${told}`, await account());
  await sql("insert into muted_notice values ($1, 'NEW_DEVICE', '2026-11-20T10:00:00Z')", await account());
  // Asked for what Bea holds, and Bea said no: whose it is stays with us.
  await sql(
    `insert into transfer_request (id, account_id, connection_id, proved_at, asked_at, kept_at)
     values (gen_random_uuid(), $1, $2, '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z')`,
    await account(),
    rowIdOf(pair.neighbour),
  );
  await sql(
    `insert into deletion_recipient (id, request_id, connection_ids, endpoint_sealed, attempts, ends_at)
     select gen_random_uuid(), request_id, array[connection_id], 'v1.never-opened', 1, '2026-11-25T10:00:00Z'
     from deletion_subject where account_id = $1`,
    await account(),
  );
  await pair.ana.fetch(`/files/pictures/${pair.connection}`);
  await askForEmail(pair.ana, 'next@example.com');
  await givenExport(pair.ana);
  files = unzip(await download(pair.ana));
});
afterAll(() => stand.close());

const sql = (text: string, ...values: unknown[]) => stand.app.dataSource.query(text, values);
const account = async () => rowIdOf(await pair.ana.accountId());

it('holds two files of each kind of record, and one that explains them', () => {
  expect([...files.keys()].sort()).toEqual(
    [
      'README.txt',
      ...['account', 'analytics-day', 'analytics-gap', 'analytics-sync', 'connect-attempt', 'data-export'],
      ...['deletion-outcome', 'deletion-request', 'deletion-subject', 'instagram-connection', 'receipt'],
      'deletion-recipient',
      ...['session', 'support-access', 'ledger-entry', 'token-renewal', 'connection-check'],
      ...['connection-health', 'connection-line', 'connection-warning', 'connection-picture'],
      'instagram-event',
      ...['known-device', 'email-change', 'notice', 'mail', 'muted-notice', 'development-mail'],
      'transfer-request',
    ]
      .flatMap((name) => (name.endsWith('.txt') ? [name] : [`${name}.csv`, `${name}.json`]))
      .sort(),
  );
  for (const name of files.keys()) {
    if (!name.endsWith('.json')) continue;
    const table = name.replace('.json', '');
    expect([table, jsonOf(files, table).length > 0]).toEqual([table, true]);
  }
});

it('opens what is sealed: the address, the names and ids of Instagram, codes and reasons', async () => {
  const [nord] = stand.sandbox.accounts().filter(({ username }) => username === ANAS);
  expect(jsonOf(files, 'email-change')).toEqual([expect.objectContaining({ email: 'next@example.com' })]);
  expect(jsonOf(files, 'account')).toEqual([
    expect.objectContaining({ id: await account(), email: 'ana@example.com', time_zone: 'Europe/Berlin' }),
  ]);
  expect(jsonOf(files, 'instagram-connection')).toEqual([
    expect.objectContaining({
      id: rowIdOf(pair.connection),
      username: ANAS,
      display_name: 'Studio Nord',
      professional_id: nord?.professionalId,
      app_scoped_id: nord?.appScopedId,
      granted_permissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
      connected_at: '2026-11-23T18:00:00.000Z',
    }),
  ]);
  const [request] = await pair.ana.deletionRequests();
  expect(jsonOf(files, 'deletion-subject')[0].code).toBe(request.confirmationCode);
  expect(jsonOf(files, 'support-access')[0]).toMatchObject({ operator: 'Rita', reason: '=ticket, "4711"' });
});

it('equals what is stored, number by number; what is not known is null, never 0', async () => {
  const stored = await sql(
    'select to_jsonb(d) as day from analytics_day d where connection_id = $1 order by day',
    rowIdOf(pair.connection),
  );
  const exported = jsonOf(files, 'analytics-day');
  expect(exported.length).toBeGreaterThan(30);
  const instants = (row: Record<string, unknown>) => ({
    ...row,
    fetched_at: row.fetched_at === null ? null : new Date(String(row.fetched_at)).toISOString(),
  });
  expect(exported.map(instants)).toEqual(stored.map(({ day }: { day: never }) => instants(day)));
  const [changed] = exported.filter(({ day }) => day === '2026-11-20');
  expect(changed).toMatchObject({ saves: null, likes: 0, views: 9007199254740991 });
  const [line] = csvOf(files, 'analytics-day').filter(({ day }) => day === '2026-11-20');
  expect(line).toMatchObject({ saves: null, likes: '0', views: '9007199254740991' });
});

it('says the same in CSV, with no formula in it', () => {
  for (const name of [...files.keys()].filter((one) => one.endsWith('.json'))) {
    const table = name.replace('.json', '');
    const asText = jsonOf(files, table).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value === null ? null : Array.isArray(value) ? value.join(' ') : String(value),
        ]),
      ),
    );
    const csv = csvOf(files, table);
    const unguarded = csv.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, value?.replace(/^'(?=[=+\-@])/, '') ?? value]),
      ),
    );
    expect(unguarded).toEqual(asText);
  }
  expect(csvOf(files, 'support-access')[0]?.reason).toBe('\'=ticket, "4711"');
});

it('holds nothing of a neighbour, of a connection that is gone, and no secret', async () => {
  const everything = [...files.values()].join('\n');
  const [cafe] = stand.sandbox.accounts().filter(({ username }) => username === BEAS);
  const foreign = [
    ...['bea@example.com', BEAS, 'Café Lisboa', cafe?.professionalId, cafe?.appScopedId],
    ...[rowIdOf(pair.neighbour), rowIdOf(await pair.bea.accountId()), 'atelier_mare'],
  ];
  for (const text of foreign) expect([text, everything.includes(String(text))]).toEqual([text, false]);

  const secrets: { text: string }[] = await sql(`
    select token_sealed as text from instagram_connection union all select password_hash from account
    union all select encode(id_hash, 'hex') from session union all select wrapped from keystore.data_key
    union all select encode(email_index, 'hex') from account union all select encode(code_hash, 'hex') from deletion_request`);
  for (const text of [...secrets.map((row) => row.text), ...stand.sandbox.handedOut()])
    expect(everything.includes(text)).toBe(false);
  expect(pair.ana.sessionId).toBeDefined();
  expect(everything).not.toContain(pair.ana.sessionId);
});

it('explains what each file is, what it is held for and until when, and what is left out and why', () => {
  const text = files.get('README.txt') ?? '';
  expect(text).toContain('on 2026-11-23T18:00:00.000Z (UTC)');
  expect(text).toContain("Your account's time zone is Europe/Berlin.");
  for (const name of files.keys())
    expect([name, text.includes(name) || name === 'README.txt']).toEqual([name, true]);
  expect(text).toMatch(/Analytics: numbers about your account for each day[\s\S]*Until: you disconnect/);
  expect(text).toMatch(/account, password_hash: a secret that guards your sign-in/);
  expect(text).toMatch(/instagram_connection, token_sealed: a secret with which one could act/);
  for (const name of [...files.keys()].filter((one) => one.endsWith('.csv'))) {
    for (const column of Object.keys(csvOf(files, name.replace('.csv', ''))[0] ?? {}))
      expect([name, column, text.includes(`  ${column}: `)]).toEqual([name, column, true]);
  }
});

it('of an account without anything is whole too', async () => {
  const cora = await stand.givenAccount('cora@example.com');
  await givenExport(cora);
  const empty = unzip(await download(cora));
  expect(jsonOf(empty, 'account')).toEqual([expect.objectContaining({ email: 'cora@example.com' })]);
  expect(jsonOf(empty, 'analytics-day')).toEqual([]);
  expect(empty.get('analytics-day.csv')).toMatch(/^"connection_id","day",[^\n]*\r\n$/);
  expect((await dataExport(cora))?.state).toBe('DOWNLOADED');
});
