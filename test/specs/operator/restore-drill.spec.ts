import { readdirSync } from 'node:fs';
import { Installation, rowsOf } from '../../stand/backups';
import { requestDeletion } from '../../stand/callbacks';
import { standing } from '../../stand/canaries';
import {
  atOnce,
  chosen,
  connectMember,
  crowdInstagram,
  givenCrowd,
  type Member,
  signedFor,
} from '../../stand/crowd';
import { check, downloadReceipt, publicKeys, type ReceiptDocument } from '../../stand/receipt';
import { scan } from '../../stand/scan';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';

// T11 of the test plan: back up, delete some of many, restore, start, replay, prove.
jest.setTimeout(240_000);

const MANY = 200;
const SOME = 50;
const GENUINE = { signature: true, inclusion: true, checkpoint: true };
const WITH_CROWD = { overrides: { instagram: crowdInstagram() } };

let server: Installation;
let crowd: Member[];
let gone: Member[];
let removed: Member;
let others: Member[];
let backup: { data: string; keys: string };
/** What each of those who are gone was given, by confirmation code. */
const receipts = new Map<string, ReceiptDocument>();
let checkpoint: string;
let before: Record<string, string>;
/** Accounts and connections of those who asked for something or lost something. */
let concerned: string[];

beforeAll(async () => {
  server = await Installation.open(WITH_CROWD);
  const { stand } = server;
  crowd = await givenCrowd(stand, MANY);
  const earlier = await requestDeletion(stand, signedFor(stand, 9_000));
  await stand.drain();
  gone = chosen(crowd, SOME, 'gone');
  others = crowd.filter((member) => !gone.includes(member));
  [removed] = chosen(others, 1, 'removed') as [Member];
  const connections = [...gone, removed].map(({ connectionId }) => rowIdOf(connectionId));
  const owners: { id: string }[] = await stand.app.dataSource.query(
    'select account_id as id from instagram_connection where id = any($1)',
    [connections],
  );
  concerned = [...connections, ...owners.map(({ id }) => id)];
  const [underWay, ...later] = gone;
  if (underWay === undefined) throw new Error('nobody was chosen');
  // Taken in before the backup, erased after it.
  const codes: string[] = [earlier, await disconnect(underWay)];
  backup = await server.backUp();

  stand.clock.advance({ hours: 3 });
  await atOnce(later, 4, async (member) => {
    codes.push(member.number % 2 === 0 ? await disconnect(member) : await deleteByMeta(member.number));
  });
  await stand.visitor().fetch('/meta/deauthorize', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `signed_request=${signedFor(stand, removed.number)}`,
  });
  await stand.drain();
  for (const code of codes) receipts.set(code, await downloadReceipt(stand, code));
  checkpoint = await newestCheckpoint();
  before = await rowsOfOthers();
  await server.stop();
});
afterAll(() => server.close());

const disconnect = async ({ person, connectionId }: Member): Promise<string> =>
  (await person.disconnect(connectionId)).data.disconnectInstagram.deletionStatus.confirmationCode;
const deleteByMeta = (number: number): Promise<string> =>
  requestDeletion(server.stand, signedFor(server.stand, number));
const newestCheckpoint = async (): Promise<string> =>
  (await server.stand.visitor().fetch('/.well-known/deletion-receipts/checkpoint')).text();

/**
 * A digest of every row of everybody who asked for nothing and lost nothing. The record of deletions is compared as people see it; keys that
 * came from a file are wrapped anew.
 */
async function rowsOfOthers(): Promise<Record<string, string>> {
  const tables = await snapshot(server.stand.app.dataSource, concerned);
  const kept = Object.entries(tables).filter(
    ([name]) =>
      !/^public\.(deletion_|receipt|ledger_|tombstone|deauthorization|instagram_service|analytics_sync)|^keystore\.(epoch|data_key)$/.test(
        name,
      ),
  );
  expect(kept.length).toBeGreaterThan(5);
  return Object.fromEntries(kept);
}

/** Everything personal that the backup holds of somebody's connection: sealed texts and blind indexes. */
function personalTexts(members: readonly Member[]): string[] {
  const ids = new Set(members.map(({ connectionId }) => rowIdOf(connectionId)));
  const rows = rowsOf(backup.data).instagram_connection?.filter(({ id }) => ids.has(id)) ?? [];
  expect(rows).toHaveLength(members.length);
  return rows.flatMap((row) =>
    Object.entries<string | null>(row).flatMap(([column, value]) =>
      /_(sealed|index)$/.test(column) && value !== null ? [value.replace(/^\\x/, '')] : [],
    ),
  );
}

describe.each([
  ['the database was lost, the key store was not', () => ['--from', backup.data]],
  ['the key store was lost too', () => ['--from', backup.data, '--keys', backup.keys]],
])('%s', (_name, from) => {
  it('a restore brings everybody back, and the server does not start', async () => {
    const { code, output } = await server.operate('restore', ...from(), '--replace');
    expect([code, output]).toEqual([0, expect.stringContaining('instagram_connection: 200 rows')]);
    const restored = await server.snapshot();
    await expect(server.start(WITH_CROWD)).rejects.toThrow(/deletions replay/);
    expect(await server.snapshot()).toEqual(restored);
    const said = await server.operate('backup', '--to', server.folder);
    expect(said).toMatchObject({ code: 1, output: expect.stringContaining('deletions replay') });
    expect(readdirSync(server.folder)).toHaveLength(2);
  });

  it('a replay deletes again what was deleted since, and then it starts', async () => {
    const { code, output } = await server.operate('deletions', 'replay');
    expect([code, output]).toEqual([0, expect.any(String)]);
    await server.start(WITH_CROWD);
    await server.stand.drain();
  });

  it('nothing of those who were deleted is left, in any table', async () => {
    const { dataSource } = server.stand.app;
    const texts = personalTexts(gone);
    expect(texts.length).toBeGreaterThan(SOME * 6);
    expect([...(await standing(dataSource, texts))]).toEqual([]);
    const control = personalTexts(others.slice(0, 3).filter((one) => one !== removed));
    expect((await standing(dataSource, control)).size).toBe(control.length);
    const ids = gone.map(({ connectionId }) => rowIdOf(connectionId));
    for (const [table, column] of [
      ...[
        ['instagram_connection', 'id'],
        ['keystore.data_key', 'subject_id'],
      ],
      ...[
        ['analytics_day', 'connection_id'],
        ['analytics_sync', 'connection_id'],
      ],
    ]) {
      const rows = await dataSource.query(`select 1 from ${table} where ${column} = any($1)`, [ids]);
      expect([table, rows.length]).toEqual([table, 0]);
    }
    for (const id of chosen(ids, 8, 'looked for')) {
      const tables = Object.keys(await rowsWith(dataSource, id));
      expect(tables.filter((name) => !/^public\.deletion_(outcome|subject)$/.test(name))).toEqual([]);
    }
    const clear = Object.fromEntries(
      gone.flatMap(({ number }) => [
        [`name of ${number}`, `member_${number}_of_the_crowd`],
        [`id of ${number}`, `27${String(number).padStart(14, '0')}`],
      ]),
    );
    for (const folder of [server.dataDir, server.folder]) expect(scan(folder, clear)).toEqual([]);
  });

  it('their codes answer, their receipts are the ones they have, and the log is as it was told', async () => {
    const { stand } = server;
    const keys = await publicKeys(stand);
    for (const [code, receipt] of receipts) {
      expect(await stand.visitor().deletionStatus(code)).toMatchObject({
        state: 'COMPLETED',
        receipt: receipt.receipt,
      });
      expect(await downloadReceipt(stand, code)).toEqual(receipt);
      expect(check(receipt, keys)).toEqual(GENUINE);
    }
    expect(await newestCheckpoint()).toBe(checkpoint);
  });

  it('everybody else is as before, row by row, and at work', async () => {
    expect(await rowsOfOthers()).toEqual(before);
    await atOnce(chosen(others, 20, 'seen'), 4, async ({ person, number, connectionId }) => {
      const again = person.at(server.stand);
      expect((await again.signIn()).account.email).toBe(person.email);
      const status = number === removed.number ? 'DEAUTHORIZED' : 'ACTIVE';
      expect(await again.connections()).toMatchObject([
        { id: connectionId, username: `member_${number}_of_the_crowd`, status },
      ]);
    });
    await server.stand.run('find-analytics-syncs');
  });

  it('who was deleted may come back, and the log goes on from where it was', async () => {
    const [member] = chosen(gone, 1, 'back');
    if (member === undefined) throw new Error('nobody was chosen');
    const { stand } = server;
    stand.clock.advance({ minutes: 10 });
    const again = member.person.at(stand);
    await again.signIn();
    const connectionId = await connectMember(again, member.number);
    await stand.drain();
    expect(await again.connections()).toMatchObject([{ id: connectionId, status: 'ACTIVE' }]);
    const code = await disconnect({ ...member, person: again, connectionId });
    await stand.drain();
    const receipt = await downloadReceipt(stand, code);
    expect(receipt.leafIndex).toBe(receipts.size);
    const keys = await publicKeys(stand);
    expect(check(receipt, keys)).toEqual(GENUINE);
    receipts.set(code, receipt);
    checkpoint = await newestCheckpoint();
    await server.stop();
  });
});
