import { rangeOf } from './ranges';

describe('rangeOf', () => {
  it('covers exactly that many complete days and asks for the days still filling as well', () => {
    expect(rangeOf(28, '2026-11-21', '2026-11-23T11:10:00Z')).toEqual({
      from: '2026-10-25',
      completeUntil: '2026-11-21',
      to: '2026-11-23',
    });
  });

  it('never ends before the last complete day', () => {
    expect(rangeOf(7, '2026-11-21', '2026-11-20T11:10:00Z').to).toBe('2026-11-21');
  });
});
