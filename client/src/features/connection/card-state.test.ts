import { aConnection, aRemovedConnection } from '../../testing/samples';
import { analyticsLine } from './analytics-line';
import { cardState } from './card-state';

const clock = { timeZone: 'Europe/Berlin', now: new Date('2026-11-23T19:00:00Z') };
const token = (expiresAt: string) => ({ expiresAt, lastRefreshedAt: null });

describe('the state of a card', () => {
  it('connected: until when, and when it was checked; nothing to do', () => {
    const state = cardState(
      aConnection({ tokenHealth: token('2027-01-21T09:00:00Z'), checkedAt: '2026-11-23T18:56:00Z' }),
      clock,
    );
    expect(state).toMatchObject({ pill: 'Connected', tone: 'success', mend: null });
    expect(state.sentences).toEqual(['Access until 21 Jan 2027, checked 4 min ago.']);
  });

  it('leaves out a clause that the server has no time for', () => {
    expect(cardState(aConnection({ tokenHealth: token('2027-01-21T09:00:00Z') }), clock).sentences).toEqual([
      'Access until 21 Jan 2027.',
    ]);
  });

  it.each([
    [['MANAGE_INSIGHTS'], 'Grant analytics access', ['Analytics is off']],
    [['CONTENT_PUBLISH'], 'Grant publishing access', ['Publishing is off']],
    [['MANAGE_INSIGHTS', 'CONTENT_PUBLISH'], 'Grant permissions', ['Analytics is off', 'Publishing is off']],
  ] as const)('limited by %j: says what is off', (missing, mend, off) => {
    const state = cardState(aConnection({ status: 'LIMITED', missingPermissions: [...missing] }), clock);
    expect(state).toMatchObject({ pill: 'Limited', tone: 'warning', mend });
    for (const words of off) expect(state.sentences.join(' ')).toContain(words);
  });

  it('access ending soon: the day with its weekday, and how long it is until then', () => {
    const state = cardState(
      aConnection({ status: 'EXPIRING', tokenHealth: token('2026-11-29T20:15:00Z') }),
      clock,
    );
    expect(state).toMatchObject({ pill: 'Access ends in 6 days', tone: 'warning', mend: 'Renew access' });
    expect(state.sentences[0]).toContain('Access ends Sun 29 Nov 2026, 21:15.');
  });

  it('counts the last day in hours rather than as 0 days', () => {
    const expiring = aConnection({ status: 'EXPIRING', tokenHealth: token('2026-11-24T10:00:00Z') });
    expect(cardState(expiring, clock).pill).toBe('Access ends within a day');
  });

  it('reconnect needed: names the handle, and says that nothing was lost', () => {
    const state = cardState(
      aConnection({ status: 'RECONNECT_NEEDED', tokenHealth: token('2026-11-12T08:20:00Z') }),
      clock,
    );
    expect(state).toMatchObject({ pill: 'Reconnect needed', tone: 'danger', mend: 'Reconnect @studio_nord' });
    expect(state.sentences).toEqual([
      'Our access ended on 12 Nov, 09:20. No new analytics comes in until you reconnect. History is kept.',
      'Sign in as @studio_nord; another account is not accepted here.',
    ]);
  });

  it('reconnect needed without an end in the past: claims no time', () => {
    const state = cardState(aConnection({ status: 'RECONNECT_NEEDED', tokenHealth: null }), clock);
    expect(state.sentences[0]).toContain('Our access to this account does not work here any more.');
  });

  it('removed at Instagram: when, what is gone and what is still here', () => {
    const state = cardState(aRemovedConnection(), clock);
    expect(state).toMatchObject({ pill: 'Removed at Instagram', tone: 'warning', mend: 'Connect again' });
    expect(state.sentences).toEqual([
      'SocioGenie was removed at Instagram on 12 Nov, 14:02. Our access key was destroyed then. Username and analytics are still here.',
    ]);
  });
});

describe('how far the analytics is', () => {
  const sync = aConnection().analyticsSync;
  const line = (changes: Parameters<typeof aConnection>[0]) => analyticsLine(aConnection(changes), clock);

  it.each([
    ['complete', {}, 'complete until 21 Nov'],
    [
      'failing since',
      { analyticsSync: { ...sync, failedAt: '2026-11-23T03:10:00Z' } },
      'complete until 21 Nov, the newest try failed 23 Nov, 04:10',
    ],
    [
      'on its first run',
      { analyticsSync: { ...sync, running: true, syncedAt: null, completeUntil: null } },
      'the last 30 days are being fetched; this updates by itself',
    ],
    [
      'never fetched',
      { analyticsSync: { ...sync, syncedAt: null, completeUntil: null } },
      'nothing fetched yet',
    ],
    ['off', { missingPermissions: ['MANAGE_INSIGHTS' as const] }, 'off, 30 days kept'],
    ['ended', { status: 'DEAUTHORIZED' as const }, '30 days kept, nothing new comes in'],
  ])('%s', (_name, changes, words) => {
    expect(line(changes)).toBe(words);
  });
});
