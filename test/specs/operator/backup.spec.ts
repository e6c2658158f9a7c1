import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, linesOf, rowsOf } from '../../stand/backups';
import { ANAS, givenPair } from '../../stand/pair';
import { formsOf } from '../../stand/scan';
import { rowIdOf } from '../../stand/snapshot';

jest.setTimeout(60_000);

let server: Installation;
beforeEach(async () => {
  server = await Installation.open();
});
afterEach(() => server.close());

const names = () => readdirSync(server.folder).sort();
const headerOf = (path: string) => JSON.parse((linesOf(path)[0] ?? '').slice(1));

it('makes two files beside the running server, for its owner alone, that say what they are', async () => {
  await server.stand.givenAccount();
  const before = await server.snapshot();
  const { code, output } = await server.operate('backup', '--to', join(server.folder, 'daily'));
  expect(code).toBe(0);
  const folder = join(server.folder, 'daily');
  expect(readdirSync(folder).sort()).toEqual([
    ...['sociogenie-2026-11-23T1800Z.data', 'sociogenie-2026-11-23T1800Z.keys'],
  ]);
  expect(output).toMatch(/ {2}account: 1 rows\n(.*\n)+Data: .*1800Z\.data\nKeys: .*1800Z\.keys\n/);
  expect(output).toContain('"dev1", which is in neither file');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const part of ['data', 'keys']) {
    const path = join(folder, `sociogenie-2026-11-23T1800Z.${part}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(headerOf(path)).toMatchObject({
      ...{ format: 'sociogenie-backup', version: 1, part, madeAt: '2026-11-23T18:00:00.000Z' },
      software: expect.stringMatching(/^sociogenie\/\d/),
      migrations: expect.arrayContaining([expect.stringMatching(/^FirstTables\d+$/)]),
    });
  }
  expect(await server.snapshot()).toEqual(before);
});

it('holds what the database holds, nothing of a moment’s worth, and the keys apart', async () => {
  const { ana } = await givenPair(server.stand);
  await ana.startConnect();
  const { data, keys } = await server.backUp();
  const [tables, keyTables] = [rowsOf(data), rowsOf(keys)];
  const left = [
    ...['session', 'connect_attempt', 'email_change', 'rate_limit', 'worker_heartbeat', 'migration'],
    ...['data_export', 'data_export_piece', 'mail', 'development_mail', 'instagram_service'],
    'transfer_request',
    'connection_picture',
  ];
  const stored: { name: string; schema: string }[] = await server.stand.app.dataSource.query(
    `select table_name as name, table_schema as schema from information_schema.tables
     where table_schema in ('public', 'keystore') and table_type = 'BASE TABLE'`,
  );
  const namesIn = (schema: string) => stored.filter((one) => one.schema === schema).map(({ name }) => name);
  expect(Object.keys(tables).sort()).toEqual(
    namesIn('public')
      .filter((name) => !left.includes(name))
      .sort(),
  );
  expect(Object.keys(keyTables).sort()).toEqual(
    namesIn('keystore')
      .filter((name) => name !== 'epoch')
      .sort(),
  );
  for (const [name, rows] of Object.entries({ ...tables, ...keyTables })) {
    const schema = name in keyTables ? 'keystore' : 'public';
    const [{ count }] = await server.stand.app.dataSource.query(
      `select count(*)::int as count from ${schema}.${name}`,
    );
    expect([name, rows.length]).toEqual([name, count]);
  }
  expect(tables.analytics_day?.length).toBeGreaterThan(50);
});

it('holds nothing in clear that is not, no epoch key, and no key as the database has it', async () => {
  const { ana } = await givenPair(server.stand);
  const { data, keys } = await server.backUp();
  const [dataText, keysText] = [data, keys].map((path) => Buffer.from(linesOf(path).join('\n')));
  const has = (text: Buffer | undefined, needle: string) =>
    Object.entries(formsOf(needle)).some(([, form]) => text?.includes(form));
  expect(has(dataText, rowIdOf(await ana.accountId()))).toBe(true);
  for (const secret of [ana.email, ana.password, ANAS]) {
    expect([secret, has(dataText, secret), has(keysText, secret)]).toEqual([secret, false, false]);
  }
  const wrapped: { wrapped: string; epoch_id: string }[] = await server.stand.app.dataSource.query(
    'select wrapped, epoch_id from keystore.data_key',
  );
  expect(wrapped.length).toBe(6);
  for (const row of wrapped) {
    expect(keysText?.includes(row.wrapped)).toBe(false);
    expect(keysText?.includes(row.epoch_id)).toBe(false);
    expect(dataText?.includes(row.wrapped)).toBe(false);
  }
  const [ring] = server.ring();
  const epochKey = JSON.parse(readFileSync(join(server.dataDir, 'keys', 'epochs', ring ?? ''), 'utf8'));
  expect(keysText?.includes(epochKey.wrapped)).toBe(false);
  const [masterFile] = readdirSync(join(server.dataDir, 'keys')).filter((name) => name.endsWith('.json'));
  const master = JSON.parse(readFileSync(join(server.dataDir, 'keys', masterFile ?? ''), 'utf8')).keys.dev1;
  for (const text of [dataText, keysText]) expect(text?.includes(master)).toBe(false);
});

it('is as of one moment, while people sign up', async () => {
  let stop = false;
  const signUps = Array.from({ length: 3 }, async () => {
    while (!stop) await server.stand.givenAccount();
  });
  try {
    for (let round = 0; round < 5; round += 1) {
      const { data, keys } = await server.backUp();
      const accounts = rowsOf(data).account?.map(({ id }) => id) ?? [];
      const owners = rowsOf(keys).data_key?.map(({ subject_id }) => subject_id) ?? [];
      expect(owners.sort()).toEqual(accounts.sort());
      server.stand.clock.advance({ minutes: 1 });
    }
  } finally {
    stop = true;
    await Promise.all(signUps);
  }
});

it('removes the files whose time is over, and says so; nobody else’s', async () => {
  const put = (name: string) => writeFileSync(join(server.folder, name), 'old');
  const over = [
    ...['sociogenie-2026-10-19T1759Z.data', 'sociogenie-2026-11-16T1759Z.keys'],
    ...['.sociogenie-2026-11-22T1759Z.data.4711', '.sociogenie-2026-11-22T1759Z.keys.4711'],
  ];
  const kept = [
    ...['sociogenie-2026-10-19T1800Z.data', 'sociogenie-2026-11-16T1800Z.keys'],
    ...['.sociogenie-2026-11-22T1800Z.data.4711', 'sociogenie-2026-12-01T0000Z.data'],
    ...['sociogenie-2020-01-01T0000Z.zip', 'sociogenie-2020-01-01T0000Z.data.bak', 'holiday.data'],
  ];
  for (const name of [...over, ...kept]) put(name);
  const { code, output } = await server.operate('backup', '--to', server.folder);
  expect(code).toBe(0);
  for (const name of over) expect(output).toContain(name);
  const made = ['sociogenie-2026-11-23T1800Z.data', 'sociogenie-2026-11-23T1800Z.keys'];
  expect(names()).toEqual([...kept, ...made].sort());
});

it('removes them also when it fails, leaves no draft, and does not touch the backups that are good', async () => {
  await server.stand.givenAccount();
  const { data, keys } = await server.backUp();
  const good = [data, keys].map((path) => readFileSync(path));
  writeFileSync(join(server.folder, 'sociogenie-2026-10-01T0000Z.data'), 'old');
  server.stand.clock.advance({ minutes: 1 });
  const [file = ''] = server.ring();
  const path = join(server.dataDir, 'keys', 'epochs', file);
  const epoch = readFileSync(path);
  rmSync(path);
  const said = await server.operate('backup', '--to', server.folder);
  expect(said).toMatchObject({ code: 1, output: expect.stringContaining('is not in the key ring') });
  expect(names().map((name) => join(server.folder, name))).toEqual([data, keys]);
  expect([data, keys].map((one) => readFileSync(one))).toEqual(good);
  writeFileSync(path, epoch);
  expect((await server.operate('backup', '--to', server.folder)).code).toBe(0);
});

it('overwrites nothing, and says what it needs', async () => {
  const { data } = await server.backUp();
  const before = readFileSync(data);
  expect(await server.operate('backup', '--to', server.folder)).toMatchObject({
    ...{ code: 1, output: expect.stringContaining('is there already') },
  });
  expect(readFileSync(data)).toEqual(before);
  expect(names()).toHaveLength(2);
  expect(await server.operate('backup')).toMatchObject({ code: 2 });
  expect(await server.operate('backup', '--to', data)).toMatchObject({
    ...{ code: 1, output: expect.stringContaining('cannot be used as a folder') },
  });
  expect(existsSync(data)).toBe(true);
});

it('copies no table that counts by a sequence, whose end it would not know', async () => {
  const { data, keys } = await server.backUp();
  const tables = Object.keys({ ...rowsOf(data), ...rowsOf(keys) });
  const counting = await server.stand.app.dataSource.query(
    `select table_name, column_name from information_schema.columns
     where table_name = any($1) and (is_identity = 'YES' or column_default like 'nextval%')`,
    [tables],
  );
  expect(counting).toEqual([]);
});
