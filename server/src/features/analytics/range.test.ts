import { choiceProblem, rangeProblem } from './range';

describe('a range of days', () => {
  it('may be a single day and up to 731 days', () => {
    expect(rangeProblem('2026-07-14', '2026-07-14')).toBeNull();
    expect(rangeProblem('2024-07-14', '2026-07-14')).toBeNull();
  });

  it('must not end before it begins', () => {
    expect(rangeProblem('2026-07-15', '2026-07-14')).toEqual({ kind: 'range-reversed' });
  });

  it('must not be longer', () => {
    expect(rangeProblem('2024-07-13', '2026-07-14')).toEqual({ kind: 'range-too-long', maximumDays: 731 });
  });
});

it('takes each metric once', () => {
  expect(choiceProblem(['REACH', 'VIEWS'])).toBeNull();
  expect(choiceProblem(['REACH', 'VIEWS', 'REACH'])).toEqual({ kind: 'metric-repeated' });
});
