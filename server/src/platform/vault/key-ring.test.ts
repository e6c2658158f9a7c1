import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../secret';
import { SealBroken } from './aead';
import { EpochKeyMissing, FileKeyRing } from './key-ring';
import { loadMasterKeys } from './master-keys';

const clock = { now: () => new Date('2026-11-23T10:00:00.000Z') };

function masterKeys(key = randomBytes(32)) {
  const json = JSON.stringify({ active: 'mk1', keys: { mk1: key.toString('base64') } });
  return loadMasterKeys({ kind: 'environment' }, new Secret(json));
}

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sociogenie-key-ring-')), 'epochs');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

it('makes its first epoch when it is asked for one, and keeps to it', () => {
  const ring = new FileKeyRing(folder, masterKeys(), clock);
  expect(readdirSync(folder)).toEqual([]);
  const epoch = ring.current();
  expect(epoch.id).toMatch(/^e20261123-[0-9a-f]{8}$/);
  expect(epoch.key).toHaveLength(32);
  expect(ring.current()).toEqual(epoch);
  expect(ring.find(epoch.id)).toEqual(epoch);
  expect(readdirSync(folder)).toEqual([`${epoch.id}.json`]);
});

it('keeps folder and files for their owner alone', () => {
  const { id } = new FileKeyRing(folder, masterKeys(), clock).current();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, `${id}.json`)).mode & 0o777).toBe(0o400);
});

it('holds the key wrapped, in no form of clear', () => {
  const { id, key } = new FileKeyRing(folder, masterKeys(), clock).current();
  const file = readFileSync(join(folder, `${id}.json`), 'utf8');
  expect(JSON.parse(file)).toEqual({
    v: 1,
    id,
    createdAt: '2026-11-23T10:00:00.000Z',
    wrapped: expect.stringMatching(/^v1\.mk1\./),
  });
  for (const form of ['hex', 'base64', 'base64url'] as const) expect(file).not.toContain(key.toString(form));
});

it('opens again in the next process', () => {
  const keys = masterKeys();
  const epoch = new FileKeyRing(folder, keys, clock).current();
  const next = new FileKeyRing(folder, keys, clock);
  expect(next.current()).toEqual(epoch);
  expect(next.find(epoch.id)).toEqual(epoch);
});

it('does not open under another master key', () => {
  const { id } = new FileKeyRing(folder, masterKeys(), clock).current();
  expect(() => new FileKeyRing(folder, masterKeys(), clock).find(id)).toThrow(SealBroken);
});

it.each(['e20260101-00000000', '../../etc/passwd', ''])('says that %j is not here', (id) => {
  expect(() => new FileKeyRing(folder, masterKeys(), clock).find(id)).toThrow(EpochKeyMissing);
});

it('takes no file for an epoch that is none', () => {
  const keys = masterKeys();
  const { id } = new FileKeyRing(folder, keys, clock).current();
  const other = `e20991231-${'0'.repeat(8)}`;
  const renamed = readFileSync(join(folder, `${id}.json`), 'utf8');
  writeFileSync(join(folder, `${other}.json`), renamed);
  writeFileSync(join(folder, '.e20991231-11111111.1'), 'a draft that a crash left');
  expect(() => new FileKeyRing(folder, keys, clock).find(other)).toThrow(SealBroken);
});
