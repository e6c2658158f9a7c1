import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { Installation, linesOf, rewrite, rowsOf, withoutTable } from '../../stand/backups';
import { requestDeletion } from '../../stand/callbacks';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { check, downloadReceipt, keysAfterRotation, publicKeys } from '../../stand/receipt';

jest.setTimeout(120_000);

const GENUINE = { signature: true, inclusion: true, checkpoint: true };

let server: Installation;
let pair: Pair;
const open = async () => {
  server = await Installation.open();
  pair = await givenPair(server.stand);
};
const close = () => server.close();

/** Who signs in again and sees what there is. */
async function seenBy(person: Pair['ana']): Promise<unknown> {
  const again = server.stand.visitor();
  Object.assign(again, { email: person.email, password: person.password });
  expect((await again.signIn()).account.email).toBe(person.email);
  return again.connections();
}

const databases = async (): Promise<string[]> => {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const name = server.databaseName;
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where datname like $1 order by 1',
      [`${name}%`],
    );
    return rows.map(({ datname }) => datname.slice(name.length));
  } finally {
    await client.end();
  }
};

const masterKey = (of: Installation): string => join(of.dataDir, 'keys', 'master-keys.json');

async function inDatabase(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Expects that a restore is refused with these words, and that nothing changed. */
async function refused(words: string | RegExp, ...options: string[]): Promise<void> {
  const before = [await server.snapshot(), server.ring(), await databases()];
  const said = await server.operate('restore', ...options);
  expect(said).toMatchObject({ code: 1, output: expect.stringMatching(words) });
  expect([await server.snapshot(), server.ring(), await databases()]).toEqual(before);
}

async function restored(...options: string[]): Promise<string> {
  const { code, output } = await server.operate('restore', ...options);
  expect([code, output]).toEqual([0, expect.stringContaining('deletions replay')]);
  expect(await databases()).toEqual(['']);
  return output;
}

describe('a backup', () => {
  beforeEach(open);
  afterEach(close);

  describe('with the keys of the backup', () => {
    it('brings back every row, and everything can be read', async () => {
      const seen = await pair.bea.connections();
      const before = await server.snapshot();
      const { data, keys } = await server.backUp();
      const carl = await server.stand.givenAccount('carl@example.com');
      await carl.givenConnection('atelier_mare');
      await server.stop();
      // As restores that were killed left them.
      for (const left of ['restoring', 'replaced']) {
        await inDatabase(
          process.env.TEST_DATABASE_URL ?? '',
          `create database ${server.databaseName}_${left}`,
        );
      }
      const output = await restored('--from', data, '--keys', keys, '--replace');
      expect(output).toMatch(/ {2}account: 2 rows\n/);
      const after = await server.snapshot();
      for (const moved of ['keystore.data_key', 'keystore.epoch']) {
        delete before[moved];
        delete after[moved];
      }
      expect(after).toEqual(before);
      await server.start();
      expect(await seenBy(pair.bea)).toEqual(seen);
      expect(await seenBy(pair.ana)).toHaveLength(1);
      expect(await pair.bea.at(server.stand).execute('{ viewer { id } }')).toMatchObject({
        data: { viewer: null },
      });
    });

    it('brings back no epoch: keys of epochs that were destroyed since live on under one of today', async () => {
      server.stand.clock.advance({ days: 7 });
      const late = await server.stand.givenAccount('late@example.com');
      const { data, keys } = await server.backUp();
      server.stand.clock.advance({ days: 6 });
      await server.stand.run('retire-epochs');
      const living = server.ring();
      expect(living.some((name) => name.startsWith('e20261123'))).toBe(false);
      await server.stop();
      await restored('--from', data, '--keys', keys, '--replace');
      const [today, ...none] = server.ring().filter((name) => !living.includes(name));
      expect([today, none]).toEqual([expect.stringMatching(/^e20261206-/), []]);
      await server.start();
      expect(await seenBy(pair.ana)).toMatchObject([{ username: ANAS }]);
      expect(await seenBy(late)).toEqual([]);
      server.stand.clock.advance({ days: 9 });
      await server.stand.run('retire-epochs');
      expect(server.ring()).toEqual([expect.stringMatching(/^e20261215-/)]);
      expect(await seenBy(pair.bea)).toMatchObject([{ username: BEAS }]);
    });

    it('into an empty database, by itself; on a machine where only the master key was kept', async () => {
      const { data, keys } = await server.backUp();
      const other = await Installation.open({ now: server.stand.clock.now() });
      try {
        await other.stop();
        await inDatabase(
          other.database.url,
          'drop schema public cascade; drop schema keystore cascade; drop schema graphile_worker cascade; create schema public',
        );
        const copied = await other.operate('restore', '--from', data, '--keys', keys);
        expect(copied).toMatchObject({
          code: 1,
          output: expect.stringMatching(/sealed text cannot be opened/),
        });
        rmSync(masterKey(other), { force: true });
        copyFileSync(masterKey(server), masterKey(other));
        expect(await other.operate('restore', '--from', data, '--keys', keys)).toMatchObject({ code: 0 });
        await other.start();
        const ana = other.stand.visitor();
        Object.assign(ana, { email: pair.ana.email, password: pair.ana.password });
        expect((await ana.signIn()).account.email).toBe(pair.ana.email);
      } finally {
        await other.close();
      }
    });
  });

  describe('with the living key store', () => {
    it('what was destroyed since stays destroyed, and keys of what was made since go', async () => {
      const carl = await server.stand.givenAccount('carl@example.com');
      await carl.givenConnection('atelier_mare');
      const { data } = await server.backUp();
      await pair.ana.disconnect(pair.connection);
      await server.stand.sandbox.sendCallback('deauthorize', { account: BEAS });
      await server.stand.drain();
      await server.stand.givenAccount('dora@example.com');
      await server.stop();
      await restored('--from', data, '--replace');
      expect(
        await inDatabase(
          server.database.url,
          'select kind, count(*)::int as count from keystore.data_key group by kind order by kind',
        ),
      ).toEqual([
        { kind: 'account', count: 3 },
        { kind: 'profile', count: 2 },
        { kind: 'token', count: 1 },
      ]);
      expect(
        await inDatabase(
          server.database.url,
          'select count(*)::int as held, count(token_sealed)::int as tokens from instagram_connection',
        ),
      ).toEqual([{ held: 3, tokens: 1 }]);
      expect(await server.operate('deletions', 'replay')).toMatchObject({ code: 0 });
      await server.start();
      expect(await seenBy(pair.ana)).toEqual([]);
      expect(await seenBy(pair.bea)).toMatchObject([{ username: BEAS, status: 'DEAUTHORIZED' }]);
      expect(await seenBy(carl)).toMatchObject([{ username: 'atelier_mare', status: 'ACTIVE' }]);
    });

    it('a connection that was renewed since can be renewed again', async () => {
      const { data } = await server.backUp();
      await pair.bea.connect(BEAS, { connectionId: pair.neighbour });
      await server.stop();
      await restored('--from', data, '--replace');
      await server.start();
      const bea = server.stand.visitor();
      Object.assign(bea, { email: pair.bea.email, password: pair.bea.password });
      await bea.signIn();
      expect(await bea.connections()).toMatchObject([{ status: 'RECONNECT_NEEDED' }]);
      expect(await bea.connect(BEAS, { connectionId: pair.neighbour })).toMatchObject({
        connectionId: pair.neighbour,
      });
      expect(await bea.connections()).toMatchObject([{ status: 'ACTIVE' }]);
    });

    it('signs with the key that was made since, and what either signed stays genuine', async () => {
      const code = await requestDeletion(server.stand, server.stand.sandbox.sign({ account: 'ines_moura' }));
      await server.stand.drain();
      const { data } = await server.backUp();
      const rotated = await keysAfterRotation(server.stand);
      await server.stop();
      await restored('--from', data, '--replace');
      await server.start();
      const keys = await publicKeys(server.stand);
      expect(keys.keys.map(({ kid }) => kid)).toEqual(rotated.keys.map(({ kid }) => kid));
      expect(check(await downloadReceipt(server.stand, code), keys)).toEqual(GENUINE);
      server.stand.clock.advance({ seconds: 1 });
      const later = await requestDeletion(server.stand, server.stand.sandbox.sign({ account: 'ines_moura' }));
      await server.stand.drain();
      expect(check(await downloadReceipt(server.stand, later), keys)).toEqual(GENUINE);
    });
  });

  it('without keys brings back requests and receipts, nothing of an account, and people begin anew', async () => {
    const answer = await pair.ana.disconnect(pair.connection);
    await server.stand.drain();
    const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
    const { data } = await server.backUp();
    await server.stop();
    const output = await restored('--from', data, '--without-keys', '--replace');
    expect(output).toMatch(/account: left out[\s\S]*sign up and connect again/);
    await server.start();
    expect(await server.stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
    expect(check(await downloadReceipt(server.stand, code), await publicKeys(server.stand))).toEqual(GENUINE);
    const ana = await server.stand.givenAccount(pair.ana.email);
    expect(await ana.connect(ANAS)).toMatchObject({ outcome: 'connected' });
  });

  it('brings the tables of an earlier version up to date, rows and all', async () => {
    const { data, keys } = await server.backUp();
    const { 'public.support_access': _, ...before } = await server.snapshot();
    // As a version without the newest tables of this one would have written it.
    for (const path of [data, keys]) {
      rewrite(path, (lines) =>
        withoutTable(lines, 'support_access').map((line, index) =>
          index === 0
            ? line.replace(/,"SupportAccess\d+"/, '').replace(/"sociogenie\/[^"]+"/, '"sociogenie/0.0.9"')
            : line,
        ),
      );
    }
    await server.stop();
    await restored('--from', data, '--keys', keys, '--replace');
    const after = await server.snapshot();
    expect(after['public.support_access']).toMatch(/^0 rows/);
    expect(Object.keys(after).sort()).toEqual([...Object.keys(before), 'public.support_access'].sort());
    expect(after['public.analytics_day']).toBe(before['public.analytics_day']);
  });
});

describe('is refused, and nothing changes,', () => {
  // Nothing changes: one installation does for all.
  let data: string;
  let keys: string;
  let whole: readonly [Buffer, Buffer];
  beforeAll(async () => {
    await open();
    ({ data, keys } = await server.backUp());
    whole = [readFileSync(data), readFileSync(keys)];
    await server.stop();
  });
  afterEach(() => {
    writeFileSync(data, whole[0]);
    writeFileSync(keys, whole[1]);
  });
  afterAll(close);

  it('while a server runs on the database', async () => {
    await server.start();
    await refused(/Somebody is connected/, '--from', data, '--keys', keys, '--replace');
    expect(await seenBy(pair.ana)).toHaveLength(1);
    await server.stop();
  });

  it('when the database is not empty, unless that is said', async () => {
    await refused(/not empty\. With --replace/, '--from', data, '--keys', keys);
  });

  it('when a file is damaged, cut off, changed, or none', async () => {
    const [bytes] = whole;
    const lines = linesOf(data);
    const damaged: (readonly [string, Buffer | string])[] = [
      ['cut off', bytes.subarray(0, bytes.length - 40)],
      ['a bit flipped', Buffer.from(bytes.map((byte, index) => (index === 500 ? byte ^ 1 : byte)))],
      ['a row left out', gzipSync(`${lines.filter((_, index) => index !== 5).join('\n')}\n`)],
      ['its end left out', gzipSync(`${lines.slice(0, -1).join('\n')}\n`)],
      ['something behind its end', gzipSync(`${lines.join('\n')}\n{}\n`)],
      ['empty', ''],
      ['something else', 'a letter'],
    ];
    for (const [what, content] of damaged) {
      writeFileSync(data, content);
      await refused(/is damaged or was cut off/, '--from', data, '--keys', keys, '--replace');
      expect(what).toBeDefined();
    }
    await refused(/cannot be read \(ENOENT\)/, '--from', `${data}x`, '--keys', keys, '--replace');
    writeFileSync(data, bytes);
    writeFileSync(keys, readFileSync(keys).subarray(0, 300));
    await refused(/is damaged or was cut off/, '--from', data, '--keys', keys, '--replace');
  });

  it('when it is the other part', async () => {
    await refused(/holds the keys of a backup, not the data/, '--from', keys, '--keys', keys, '--replace');
    await refused(/holds the data of a backup, not the keys/, '--from', data, '--keys', data, '--replace');
  });

  it('when the keys are older than the data', async () => {
    rewrite(data, (lines) =>
      lines.map((line) => line.replace('"madeAt":"2026-11-23T18:00:0', '"madeAt":"2026-11-23T18:00:1')),
    );
    await refused(/older than the data file/, '--from', data, '--keys', keys, '--replace');
  });

  it.each([
    [
      'keys that are older than 7 days',
      '2026-11-30T18:00:01Z',
      /keys may be restored for 7 days\..*on purpose/s,
    ],
    ['data that are older than 35 days', '2026-12-28T18:00:01Z', /data may be restored for 35 days\./],
    ['files of the future', '2026-11-23T17:50:00Z', /in the future/],
  ])('with %s', async (what, now, words) => {
    const clock = server.clock();
    const back = clock.now();
    clock.set(new Date(now));
    await refused(words, '--from', data, ...(what.startsWith('data') ? [] : ['--keys', keys]), '--replace');
    clock.set(back);
  });

  it('when the date of a keys file was changed', async () => {
    rewrite(keys, (lines) =>
      lines.map((line, index) => (index === 0 ? line.replace('T18:00:', 'T18:01:') : line)),
    );
    await refused(/sealed text cannot be opened/, '--from', data, '--keys', keys, '--replace');
  });

  it('when a later version made it', async () => {
    rewrite(data, ([header = '', ...lines]) => [
      header.replace(/("SupportAccess\d+")/, '$1,"Later1899999999999"'),
      ...lines,
    ]);
    await refused(/later version.*Later1899999999999/s, '--from', data, '--keys', keys, '--replace');
    rewrite(data, ([header = '', ...lines]) => [header.replace('"version":1', '"version":2'), ...lines]);
    await refused(/format of a later version/, '--from', data, '--keys', keys, '--replace');
  });

  it('when a row does not fit, in the middle of the work', async () => {
    const id = rowsOf(data).account?.[0]?.id;
    rewrite(data, (lines) =>
      lines.flatMap((line) => (line.startsWith(`{"id":"${id}"`) ? [line, line] : [line])),
    );
    await refused(/The command failed|duplicate/, '--from', data, '--keys', keys, '--replace');
    expect(server.ring()).toHaveLength(1);
  });

  it('without keys, where there is no key store', async () => {
    await inDatabase(server.database.url, 'alter schema keystore rename to elsewhere');
    await refused(/There is no key store here/, '--from', data, '--replace');
    await inDatabase(server.database.url, 'alter schema elsewhere rename to keystore');
  });

  it('when it is not understood', async () => {
    for (const words of [[], ['--from', 'x', '--keys', 'y', '--without-keys']]) {
      expect(await server.operate('restore', ...words)).toMatchObject({ code: 2 });
    }
  });
});
