import { aConnection } from '../../testing/samples';
import { analyticsLine } from './analytics-line';

const clock = { timeZone: 'Europe/Berlin', now: new Date('2026-11-23T19:00:00Z') };

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
