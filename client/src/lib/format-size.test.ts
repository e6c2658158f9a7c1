import { formatSize } from './format-size';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [11_931, '12 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_449_999, '1.4 MB'],
  [23_400_000, '23 MB'],
  [5e12, '5,000 GB'],
])('%d is %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});
