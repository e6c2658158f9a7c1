import { expectNone } from './helpers/expect-none';
import { filesUnder, isSource, isTest } from './helpers/files';
import { findLines } from './helpers/find-lines';
import { WORD_RULES } from './words/word-rules';

const source = [...filesUnder('server/src', isSource), ...filesUnder('client/src', isSource)].filter(
  ({ path }) => !isTest(path),
);

it.each(WORD_RULES.map((rule) => [rule.what, rule] as const))(
  '%s',
  (_what, { pattern, allowed, instead }) => {
    const files = source.filter(({ path }) => !allowed.some((place) => path.startsWith(place)));
    expectNone(findLines(files, pattern).map((place) => `${place} - ${instead}`));
  },
);

it.each(WORD_RULES.map((rule) => [rule.what, rule] as const))(
  '%s: the rule can fail, and lets its neighbours be',
  (_what, { pattern, caught, fine }) => {
    const found = (text: string) => findLines([{ path: 'planted.ts', text }], pattern).length > 0;
    expect(caught.filter((text) => !found(text))).toEqual([]);
    expect(fine.filter(found)).toEqual([]);
  },
);
