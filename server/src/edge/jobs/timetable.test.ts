import { parseCronItems } from 'graphile-worker';
import { TIMETABLE } from './timetable';

it('is one that the queue can read, with each task once', () => {
  const items = TIMETABLE.map(({ task, pattern }) => ({ task, match: pattern, identifier: task }));
  expect(parseCronItems(items)).toHaveLength(TIMETABLE.length);
  expect(new Set(TIMETABLE.map(({ task }) => task)).size).toBe(TIMETABLE.length);
});

it('would not take a pattern that the queue cannot read', () => {
  expect(() => parseCronItems([{ task: 'x', match: '5-55/10 * * * *', identifier: 'x' }])).toThrow('5-55/10');
});
