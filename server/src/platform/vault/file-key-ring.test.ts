import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../secret';
import { SealBroken } from './aead';
import { FileKeyRing } from './file-key-ring';
import { EpochKeyMissing } from './key-ring';
import { loadMasterKeys } from './master-keys';

const clock = { now: () => new Date('2026-11-23T10:00:00.000Z') };
const id = 'e20261123-0a1b2c3d';
const place = ['data-key', 'key-1'];
const dataKey = randomBytes(32);

function masterKeys(key = randomBytes(32)) {
  const json = JSON.stringify({ active: 'mk1', keys: { mk1: key.toString('base64') } });
  return loadMasterKeys({ kind: 'environment' }, new Secret(json));
}
const keys = masterKeys();

let folder: string;
let ring: FileKeyRing;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'sociogenie-key-ring-')), 'epochs');
  ring = new FileKeyRing(folder, keys, clock);
  await ring.create(id);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const file = () => join(folder, `${id}.json`);

it('wraps under an epoch, and unwraps to the last byte in the next process', async () => {
  const wrapped = await ring.wrap(id, place, dataKey);
  expect(await ring.unwrap(id, place, wrapped)).toEqual(dataKey);
  const next = new FileKeyRing(folder, keys, clock);
  expect(await next.list()).toEqual([id]);
  expect(await next.unwrap(id, place, wrapped)).toEqual(dataKey);
});

it('keeps folder and files for their owner alone', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(file()).mode & 0o777).toBe(0o400);
});

it('holds the key wrapped by the master key', async () => {
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
    v: 1,
    id,
    createdAt: '2026-11-23T10:00:00.000Z',
    wrapped: expect.stringMatching(/^v1\.mk1\./),
  });
  expect(await ring.wrappedBy()).toEqual(new Map([[id, 'mk1']]));
});

it('does not open under another master key', async () => {
  const stranger = new FileKeyRing(folder, masterKeys(), clock);
  await expect(stranger.wrap(id, place, dataKey)).rejects.toThrow(SealBroken);
});

it.each(['e20260101-00000000', '../../etc/passwd', ''])('says that %j is not here', async (other) => {
  await expect(ring.wrap(other, place, dataKey)).rejects.toThrow(EpochKeyMissing);
});

it('takes no file for an epoch that is none', async () => {
  const other = `e20991231-${'0'.repeat(8)}`;
  writeFileSync(join(folder, `${other}.json`), readFileSync(file()));
  await expect(ring.wrap(other, place, dataKey)).rejects.toThrow(SealBroken);
});

describe('a destroyed epoch', () => {
  it('is gone from the disk, overwritten before, and so is a draft that a crash left', async () => {
    const draft = join(folder, `.${id}.4711`);
    writeFileSync(draft, readFileSync(file()));
    const before = readFileSync(file());
    const open = openSync(file(), 'r');
    await ring.destroy(id);
    expect(readdirSync(folder)).toEqual([]);
    const left = Buffer.alloc(before.length);
    expect(readSync(open, left, 0, left.length, 0)).toBe(before.length);
    closeSync(open);
    expect(left.includes('wrapped')).toBe(false);
    expect(left.includes(before.subarray(-40))).toBe(false);
  });

  it('is not used from the memory of another process, which lets go of it', async () => {
    const other = new FileKeyRing(folder, keys, clock);
    const wrapped = await other.wrap(id, place, dataKey);
    const held = [...(other as unknown as { opened: Map<string, Buffer> }).opened.values()];
    await ring.destroy(id);
    await expect(other.unwrap(id, place, wrapped)).rejects.toThrow(EpochKeyMissing);
    expect(held).toEqual([Buffer.alloc(32)]);
  });

  it('is let go of by a process that has no use for it any more', async () => {
    const other = new FileKeyRing(folder, keys, clock);
    await other.wrap(id, place, dataKey);
    const { opened } = other as unknown as { opened: Map<string, Buffer> };
    other.forgetDestroyed();
    expect([...opened.keys()]).toEqual([id]);
    await ring.destroy(id);
    other.forgetDestroyed();
    expect([...opened.keys()]).toEqual([]);
  });

  it('may be destroyed again', async () => {
    await ring.destroy(id);
    await expect(ring.destroy(id)).resolves.toBeUndefined();
  });

  it('leaves its neighbour alone', async () => {
    const neighbour = 'e20261123-ffffffff';
    await ring.create(neighbour);
    await ring.destroy(id);
    expect(await ring.list()).toEqual([neighbour]);
  });
});

it('lists an epoch of which only a draft is left, so that it is swept away', async () => {
  writeFileSync(join(folder, '.e20261101-11111111.1'), 'half');
  writeFileSync(join(folder, 'notes.txt'), 'of the operator');
  expect(await ring.list()).toEqual(['e20261101-11111111', id]);
});

it('wraps an epoch anew under the active master key: the same key, readable by its owner alone', async () => {
  const wrapped = await ring.wrap(id, place, dataKey);
  const old = randomBytes(32).toString('base64');
  const path = join(folder, '..', 'master-keys.json');
  const write = (active: string, given: Record<string, string>) =>
    writeFileSync(path, JSON.stringify({ active, keys: given }));
  write('mk1', { mk1: old });
  const fromFile = loadMasterKeys({ kind: 'file', path }, null);
  const running = new FileKeyRing(join(folder, 'of-file'), fromFile, clock);
  await running.create(id);
  const under = await running.wrap(id, place, dataKey);

  const next = randomBytes(32).toString('base64');
  write('mk2', { mk1: old, mk2: next });
  await running.rewrap(id);
  expect(await running.wrappedBy()).toEqual(new Map([[id, 'mk2']]));
  expect(statSync(join(folder, 'of-file', `${id}.json`)).mode & 0o777).toBe(0o400);

  write('mk2', { mk2: next });
  const later = new FileKeyRing(join(folder, 'of-file'), loadMasterKeys({ kind: 'file', path }, null), clock);
  expect(await later.unwrap(id, place, under)).toEqual(dataKey);
  await expect(later.unwrap(id, place, wrapped)).rejects.toThrow(SealBroken);
});
