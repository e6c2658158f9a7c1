import { outcomeWords, readConnectReturn } from './connect-outcome';

const read = (search: string) => readConnectReturn(new URLSearchParams(search));
const words = (outcome: Parameters<typeof outcomeWords>[0], username: string | null = null) =>
  outcomeWords(outcome, username, 'help@studionord.example');

describe('the way back from Instagram', () => {
  it('is read from the address', () => {
    expect(read('connect=limited&connection=conn_1')).toEqual({ outcome: 'limited', connectionId: 'conn_1' });
    expect(read('connect=cancelled')).toEqual({ outcome: 'cancelled', connectionId: null });
  });

  it('is absent on an ordinary visit', () => {
    expect(read('')).toBeNull();
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
    'taken',
    'failed',
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

  it('taken: gives no hint whose it is', () => {
    expect(words('taken').sentence).not.toMatch(/someone|somebody|other person|belongs|connected by/i);
  });

  it('connected: names the account', () => {
    expect(words('connected', 'studio_nord').sentence).toBe(
      '@studio_nord is connected, with every permission we asked for.',
    );
  });

  it('blames nobody and shouts nothing', () => {
    const outcomes = ['cancelled', 'expired', 'used', 'foreign', 'failed', 'no-answer', 'unknown'] as const;
    for (const outcome of outcomes) {
      expect(words(outcome).sentence).not.toMatch(/!|please|oops|invalid|successfully|you failed/i);
    }
  });
});
