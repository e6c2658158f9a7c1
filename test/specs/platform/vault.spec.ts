import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';
import {
  DataKeyMissing,
  EpochKeyMissing,
  FileKeyRing,
  loadMasterKeys,
  MasterKeyMissing,
  openServiceKeys,
  SealBroken,
  Vault,
} from '../../../server/src/platform/vault';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';

const clock = { now: () => new Date('2026-11-23T10:00:00.000Z') };
const place = { table: 'instagram_connection', column: 'token_sealed', rowId: 'row-1' };

function masterKeys(name = 'mk1') {
  const json = JSON.stringify({ active: name, keys: { [name]: randomBytes(32).toString('base64') } });
  return loadMasterKeys({ kind: 'environment' }, new Secret(json));
}

let database: SpecDatabase;
let dataSource: ReturnType<typeof createDataSource>;
let folder: string;
const keys = masterKeys();

beforeAll(async () => {
  database = await createSpecDatabase();
  dataSource = createDataSource({ url: new Secret(database.url), entities: ENTITIES, poolSize: 2 });
  await dataSource.initialize();
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-vault-'));
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const vaultOn = (ring: string, under = keys) =>
  new Vault(new FileKeyRing(join(folder, ring), under, clock), clock);
const token = (subjectId: string, generation: number) => ({ kind: 'token', subjectId, generation }) as const;
const profile = (subjectId: string) => ({ kind: 'profile', subjectId, generation: 0 }) as const;

describe('data keys', () => {
  it('seal in one process and open in the next', async () => {
    const owner = token(randomUUID(), 1);
    const sealed = (await vaultOn('a').createKey(dataSource.manager, owner)).seal(place, 'token');
    const again = await vaultOn('a').openKey(dataSource.manager, owner);
    expect(again.open(place, sealed)).toBe('token');
  });

  it('are looked for at start-up: a ring of another installation, or another master key, is noticed', async () => {
    await vaultOn('a').createKey(dataSource.manager, token(randomUUID(), 1));
    await expect(vaultOn('a').verify(dataSource.manager)).resolves.toBeUndefined();
    await expect(vaultOn('elsewhere').verify(dataSource.manager)).rejects.toThrow(EpochKeyMissing);
    await expect(vaultOn('a', masterKeys('mk2')).verify(dataSource.manager)).rejects.toThrow(
      MasterKeyMissing,
    );
    await expect(vaultOn('a', masterKeys('mk1')).verify(dataSource.manager)).rejects.toThrow(SealBroken);
  });

  it('are one to an owner, and another for each generation', async () => {
    const vault = vaultOn('a');
    const subject = randomUUID();
    const first = await vault.createKey(dataSource.manager, token(subject, 1));
    await expect(vault.createKey(dataSource.manager, token(subject, 1))).rejects.toThrow(/data_key_owner/);
    const second = await vault.createKey(dataSource.manager, token(subject, 2));
    expect(() => second.open(place, first.seal(place, 'token'))).toThrow(SealBroken);
  });

  it('go with the transaction that made them', async () => {
    const vault = vaultOn('a');
    const owner = token(randomUUID(), 1);
    const failing = dataSource.transaction(async (tx) => {
      await vault.createKey(tx, owner);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await expect(vault.openKey(dataSource.manager, owner)).rejects.toThrow(DataKeyMissing);
  });

  it('are destroyed by kind, every generation, and no neighbour’s', async () => {
    const vault = vaultOn('a');
    const [subject, neighbour] = [randomUUID(), randomUUID()];
    for (const generation of [1, 2]) await vault.createKey(dataSource.manager, token(subject, generation));
    await vault.createKey(dataSource.manager, profile(subject));
    await vault.createKey(dataSource.manager, token(neighbour, 1));

    expect(await vault.destroyKeys(dataSource.manager, subject, ['token'])).toBe(2);
    expect(await vault.destroyKeys(dataSource.manager, subject, ['token'])).toBe(0);
    expect(await vault.countKeys(dataSource.manager, subject, ['token', 'profile'])).toBe(1);
    expect(await vault.countKeys(dataSource.manager, neighbour, ['token'])).toBe(1);
    await expect(vault.openKey(dataSource.manager, token(subject, 2))).rejects.toThrow(DataKeyMissing);
    await expect(vault.openKey(dataSource.manager, profile(subject))).resolves.toBeDefined();
  });

  it('open for several subjects at once, and are absent where there is none', async () => {
    const vault = vaultOn('a');
    const [one, two, none] = [randomUUID(), randomUUID(), randomUUID()];
    await vault.createKey(dataSource.manager, profile(one));
    await vault.createKey(dataSource.manager, profile(two));
    const opened = await vault.openKeys(dataSource.manager, 'profile', [one, two, none]);
    expect([...opened.keys()].sort()).toEqual([one, two].sort());
  });

  it('do not open without their epoch, which is no part of the database', async () => {
    const owner = token(randomUUID(), 1);
    await vaultOn('a').createKey(dataSource.manager, owner);
    expect(readdirSync(join(folder, 'a'))).toHaveLength(1);
    await expect(vaultOn('lost').openKey(dataSource.manager, owner)).rejects.toThrow(/not in the key ring/);
  });

  it('are not made by a process whose key ring is not the one of the others', async () => {
    await vaultOn('a').createKey(dataSource.manager, token(randomUUID(), 1));
    const made = vaultOn('unshared').createKey(dataSource.manager, token(randomUUID(), 1));
    await expect(made).rejects.toThrow(/KEYRING_DIR does not belong to this database/);
    expect(readdirSync(join(folder, 'unshared'))).toEqual([]);
  });

  it('do not open for another subject whose row they were moved to', async () => {
    const vault = vaultOn('a');
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await vault.createKey(dataSource.manager, profile(theirs));
    await dataSource.query('update keystore.data_key set subject_id = $1 where subject_id = $2', [
      mine,
      theirs,
    ]);
    await expect(vault.openKey(dataSource.manager, profile(mine))).rejects.toThrow(SealBroken);
  });
});

describe('service keys', () => {
  const stored = () =>
    dataSource.query<unknown[]>('select name, wrapped from keystore.service_key order by name');

  it('are made at the first start and stay the same', async () => {
    const first = await openServiceKeys(dataSource, keys, clock);
    const rows = await stored();
    const second = await openServiceKeys(dataSource, keys, clock);
    expect(second.blindIndex('email', 'a')).toEqual(first.blindIndex('email', 'a'));
    expect(rows).toEqual([
      { name: 'confirmation-code', wrapped: expect.stringMatching(/^v1\.mk1\./) },
      { name: 'limit', wrapped: expect.stringMatching(/^v1\.mk1\./) },
      { name: 'lookup', wrapped: expect.stringMatching(/^v1\.mk1\./) },
    ]);
    expect(await stored()).toEqual(rows);
  });

  it.each([
    ['the wrong key', () => masterKeys(), SealBroken],
    ['a key of another name', () => masterKeys('mk2'), MasterKeyMissing],
  ])('stop the start under %s, and are not overwritten', async (_what, wrong, problem) => {
    await openServiceKeys(dataSource, keys, clock);
    const rows = await stored();
    await expect(openServiceKeys(dataSource, wrong(), clock)).rejects.toThrow(problem);
    expect(await stored()).toEqual(rows);
  });
});
