import { randomUUID } from 'node:crypto';
import { fromPublicId, toPublicId } from './ids';

it('gives the row id back', () => {
  const id = randomUUID();
  expect(toPublicId('conn', id)).toMatch(/^conn_[0-9a-f]{32}$/);
  expect(fromPublicId('conn', toPublicId('conn', id))).toBe(id);
});

const hex = '0123456789abcdef0123456789abcdef';

it.each([
  ['another kind', `acc_${hex}`],
  ['no kind', hex],
  ['a kind that is the beginning of it', `con_${hex}`],
  ['too short', `conn_${hex.slice(1)}`],
  ['too long', `conn_${hex}0`],
  ['capitals', `conn_${hex.toUpperCase()}`],
  ['dashes', 'conn_01234567-89ab-cdef-0123-456789abcdef'],
  ['something after it', `conn_${hex}_x`],
  ['a line more', `conn_${hex}\n`],
  ['nothing', ''],
])('refuses %s', (_what, id) => {
  expect(fromPublicId('conn', id)).toBeNull();
});
