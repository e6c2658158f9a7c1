import { endOf, unrecoverableBy } from './epochs';

it.each([
  ['e20261123-0a1b2c3d', '2026-12-01T00:00:00.000Z'],
  ['e20261228-0a1b2c3d', '2027-01-05T00:00:00.000Z'],
  ['e20280225-0a1b2c3d', '2028-03-04T00:00:00.000Z'],
])('%s is over seven days after its day', (id, end) => {
  expect(endOf(id).toISOString()).toBe(end);
});

it.each([
  ['2026-11-23T00:00:00.000Z', '2026-12-10T00:00:00.000Z'],
  ['2026-11-23T23:59:59.999Z', '2026-12-10T00:00:00.000Z'],
])('a key destroyed at %s is beyond reach by %s', (destroyedAt, by) => {
  expect(unrecoverableBy(new Date(destroyedAt)).toISOString()).toBe(by);
});
