import { allowanceAt, isOutage } from './pace';

const MINUTE = 60_000;

it.each([
  [0, null, null],
  [74, null, null],
  [75, null, { calls: 25, pauseMs: 15 * MINUTE }],
  [89, null, { calls: 25, pauseMs: 15 * MINUTE }],
  [90, null, { calls: 12, pauseMs: 30 * MINUTE }],
  [99, null, { calls: 12, pauseMs: 30 * MINUTE }],
  [100, null, { calls: 0, pauseMs: 30 * MINUTE }],
  [140, null, { calls: 0, pauseMs: 30 * MINUTE }],
  [100, 7 * MINUTE, { calls: 0, pauseMs: 7 * MINUTE }],
  [50, 90 * MINUTE, { calls: 0, pauseMs: 90 * MINUTE }],
])('at %d percent, %p ms to go: %j', (percent, regainMs, allowance) => {
  expect(allowanceAt({ percent, regainMs })).toEqual(allowance);
});

it.each([
  [true, 3, 3, 0, 0],
  [true, 6, 3, 3, 0],
  [false, 7, 3, 3, 0],
  [true, 1000, 500, 0, 0],
  [false, 2, 2, 0, 60 * MINUTE],
  [false, 2, 2, 2, 5 * MINUTE - 1],
  [true, 2, 2, 2, 5 * MINUTE],
  [true, 1, 1, 1, 5 * MINUTE],
  [false, 2, 1, 1, 60 * MINUTE],
  [false, 0, 0, 0, 60 * MINUTE],
])(
  '%p: of %d asked %d are troubled, %d of them by errors of its own for %d ms',
  (outage, connections, troubled, hard, hardForMs) => {
    expect(isOutage({ connections, troubled, hard, hardForMs })).toBe(outage);
  },
);
