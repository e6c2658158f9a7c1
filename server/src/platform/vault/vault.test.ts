import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { SealBroken } from './aead';
import { DataKey } from './vault';

const key = randomBytes(32);
const dataKey = new DataKey('key-1', key, 3);
const place = { table: 'instagram_connection', column: 'token_sealed', rowId: 'row-1' };

it('opens what it sealed, in any script', () => {
  for (const text of ['', 'IGAAx.y_z-1', 'Größe 📷 \u0000']) {
    expect(dataKey.open(place, dataKey.seal(place, text))).toBe(text);
  }
});

it.each([
  ['table', { ...place, table: 'account' }],
  ['column', { ...place, column: 'username_sealed' }],
  ['row', { ...place, rowId: 'row-2' }],
])('binds the text to its %s', (_what, elsewhere) => {
  expect(() => dataKey.open(elsewhere, dataKey.seal(place, 'token'))).toThrow(SealBroken);
});

it('binds the text to its generation', () => {
  expect(() => new DataKey('key-1', key, 4).open(place, dataKey.seal(place, 'token'))).toThrow(SealBroken);
});

it('opens no clear text', () => {
  expect(() => dataKey.open(place, 'token')).toThrow(SealBroken);
});

it('shows no key when it is printed', () => {
  const printed = JSON.stringify(dataKey) + String(dataKey) + inspect(dataKey);
  expect(printed).not.toContain(key.toString('hex'));
});
