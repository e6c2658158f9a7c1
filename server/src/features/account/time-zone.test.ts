import { isTimeZone } from './time-zone';

it.each([
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+5',
  'europe/berlin',
])('%s is one', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

it.each(['', ' ', 'Mars/Olympus', 'Europe', 'Berlin', 'Europe/Berlin ', `Europe/${'a'.repeat(100)}`])(
  '%j is none',
  (name) => {
    expect(isTimeZone(name)).toBe(false);
  },
);
