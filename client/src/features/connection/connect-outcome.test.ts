import { outcomeWords, readConnectReturn } from './connect-outcome';

const read = (search: string, hash = '') => readConnectReturn(new URLSearchParams(search), hash);
const words = (
  outcome: Parameters<typeof outcomeWords>[0],
  username: string | null = null,
  about: Partial<Parameters<typeof outcomeWords>[1]> = {},
) =>
  outcomeWords(outcome, {
    ...{ username, actual: null, missing: [], contactEmail: 'help@studionord.example' },
    ...about,
  });
const ASIDE = { actual: null, proof: null };

describe('the way back from Instagram', () => {
  it('is read from the address', () => {
    expect(read('connect=limited&connection=conn_1')).toEqual({
      outcome: 'limited',
      connectionId: 'conn_1',
      ...ASIDE,
    });
    expect(read('connect=cancelled')).toEqual({ outcome: 'cancelled', connectionId: null, ...ASIDE });
  });

  it('is absent on an ordinary visit', () => {
    expect(read('')).toBeNull();
  });

  it('takes a handle and a proof from behind the #, and nothing that could be neither', () => {
    expect(read('connect=wrong-account&connection=conn_1', '#as=cafe.lisboa_2')).toMatchObject({
      actual: 'cafe.lisboa_2',
    });
    expect(read('connect=taken', '#proof=v1.a.b.c')).toMatchObject({ proof: 'v1.a.b.c' });
    expect(read('connect=cancelled', '#proof=v1.a.b.c')).toMatchObject({ proof: null });
    for (const hash of ['#as=', '#as=Call+us%3A+0900', '#as=%3Cb%3E', '#_', '#conn_1'])
      expect(read('connect=wrong-account', hash)).toMatchObject({ actual: null });
  });

  it('is unknown when its word is', () => {
    expect(read('connect=constructor')).toMatchObject({ outcome: 'unknown' });
  });
});

describe('what came of connecting', () => {
  it.each([
    'cancelled',
    'expired',
    'foreign',
    'not-professional',
    'profile-refused',
    'taken',
    'failed',
    'ended',
    'no-answer',
    'signed-out',
    'unknown',
  ] as const)('%s: says that nothing was stored, and how to go on', (outcome) => {
    expect(words(outcome).sentence).toContain('Nothing was stored.');
    expect(words(outcome).again).not.toBeNull();
  });

  it('wrong account: names the one that is expected, and that nothing changed', () => {
    expect(words('wrong-account', 'studio_nord').sentence).toBe(
      'You signed in to another Instagram account. This connection is for @studio_nord. Nothing changed. Sign in as @studio_nord at Instagram, then try again.',
    );
  });

  it('wrong account: names both, when the other is known', () => {
    expect(words('wrong-account', 'studio_nord', { actual: 'other' }).sentence).toMatch(
      /^You signed in as @other\. This connection is for @studio_nord\. Nothing changed\./,
    );
  });

  it('says what is off, and whether it was before', () => {
    expect(words('limited', 'a', { missing: ['MANAGE_INSIGHTS'] }).sentence).toBe(
      'Connected. Analytics is off: that was not granted. You can grant it here at any time.',
    );
    expect(words('fewer', 'a', { missing: ['CONTENT_PUBLISH', 'MANAGE_INSIGHTS'] }).sentence).toBe(
      'Connected again, with less than before. Publishing and analytics are off: this time it was not granted. You can grant it here at any time.',
    );
  });

  it.each(['ended', 'broken'] as const)('%s: does not put it on Instagram', (outcome) => {
    expect(words(outcome).sentence).not.toMatch(/Instagram did|Instagram refused|at Instagram/);
    expect(words(outcome).again).toBe('Start again');
  });

  it('broken: promises nothing about what was stored, and says where to look', () => {
    expect(words('broken').sentence).not.toContain('Nothing was stored');
    expect(words('broken').sentence).toContain('help@studionord.example');
  });

  it('too many: nothing was stored, and connecting once more would not help', () => {
    expect(words('too-many')).toMatchObject({
      sentence: expect.stringContaining('Nothing was stored.'),
      again: null,
    });
  });

  it('taken: gives no hint whose it is', () => {
    expect(words('taken').sentence).not.toMatch(/someone|somebody|other person|belongs|connected by/i);
  });

  it('connected: names the account', () => {
    expect(words('connected', 'studio_nord').sentence).toBe(
      '@studio_nord is connected, with every permission we asked for.',
    );
  });

  it('blames nobody and shouts nothing', () => {
    const outcomes = [
      'cancelled',
      'expired',
      'used',
      'foreign',
      'failed',
      'ended',
      'broken',
      'no-answer',
      'unknown',
    ] as const;
    for (const outcome of outcomes) {
      expect(words(outcome).sentence).not.toMatch(/!|please|oops|invalid|successfully|you failed/i);
    }
  });
});
