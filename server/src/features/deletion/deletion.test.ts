import { stateOf, withdrawalAt } from './deletion';

const at = new Date('2026-11-23T10:00:00.000Z');
const times = { erasingAt: null, attentionAt: null, completedAt: null };

it.each([
  ['RECEIVED', times],
  ['ERASING', { ...times, erasingAt: at }],
  ['NEEDS_ATTENTION', { ...times, erasingAt: at, attentionAt: at }],
  ['NEEDS_ATTENTION', { ...times, attentionAt: at }],
  ['COMPLETED', { ...times, erasingAt: at, completedAt: at }],
  ['COMPLETED', { erasingAt: at, attentionAt: at, completedAt: at }],
] as const)('is %s', (state, known) => {
  expect(stateOf(known)).toBe(state);
});

describe('what is said of a withdrawal', () => {
  const after = (ms: number) => new Date(at.getTime() + ms);

  it('is that we are asking, for a minute', () => {
    expect(withdrawalAt('ASKING', at, at)).toBe('ASKING');
    expect(withdrawalAt('ASKING', at, after(60_000))).toBe('ASKING');
  });

  it('is then that it is not known', () => {
    expect(withdrawalAt('ASKING', at, after(60_001))).toBe('NOT_KNOWN');
  });

  it.each(['NOT_ASKED', 'ACCEPTED', 'REFUSED', 'NO_ANSWER', 'NOT_KNOWN'] as const)('stays %s', (outcome) => {
    expect(withdrawalAt(outcome, at, after(86_400_000))).toBe(outcome);
  });
});
