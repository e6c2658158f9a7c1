import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADVISORY_LOCKS } from './advisory-locks';

it('no two advisory locks share a number', () => {
  const numbers = Object.values(ADVISORY_LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('every number of one stands in the table', () => {
  const root = join(__dirname, '..', '..');
  const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('advisory-locks'))
    .filter((name) => /\b5_?070_?6\d\d\b/.test(readFileSync(join(root, name), 'utf8')));
  expect(others).toEqual([]);
});
