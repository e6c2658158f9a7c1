import type { Refusal, RefusalKind } from '../../instagram/refusals';
import { endsRun, pauseBeforeRepeat, reasonOf } from './refusal-rules';

const refusal = (kind: RefusalKind): Refusal => ({ kind, code: null, subcode: null });
const minutes = (kind: RefusalKind, repeats: number) => {
  const pause = pauseBeforeRepeat(refusal(kind), repeats);
  return pause === null ? null : pause / 60_000;
};

describe('a refusal', () => {
  it.each<RefusalKind>(['token-rejected', 'app-removed', 'permission-missing', 'rate-limited', 'no-answer'])(
    'of kind %s ends the run',
    (kind) => expect(endsRun(refusal(kind))).toBe(true),
  );

  it.each<RefusalKind>(['temporary', 'bad-request', 'unsupported', 'unreadable'])(
    'of kind %s leaves the rest of the run alone',
    (kind) => expect(endsRun(refusal(kind))).toBe(false),
  );

  it('is told as an error of Instagram unless it is about permission or support', () => {
    expect(reasonOf(refusal('token-rejected'))).toBe('META_ERROR');
    expect(reasonOf(refusal('permission-missing'))).toBe('PERMISSION_MISSING');
    expect(reasonOf(refusal('unsupported'))).toBe('UNSUPPORTED');
  });

  it('for a while is tried again: 1, 2, 4 minutes, at most an hour', () => {
    expect([0, 1, 2, 6, 60, 2000].map((repeats) => minutes('temporary', repeats))).toEqual([
      1, 2, 4, 60, 60, 60,
    ]);
    expect(minutes('no-answer', 0)).toBe(1);
  });

  it('for too many calls is given half an hour at least', () => {
    expect([0, 3, 9].map((repeats) => minutes('rate-limited', repeats))).toEqual([30, 30, 60]);
  });

  it.each<RefusalKind>(['token-rejected', 'app-removed', 'permission-missing', 'bad-request'])(
    'of kind %s is not tried again out of turn',
    (kind) => expect(minutes(kind, 0)).toBeNull(),
  );
});
