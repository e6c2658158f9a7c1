import { nextTurn, syncJob } from './sync-job';

const ids = Array.from(
  { length: 400 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);
const [id = ''] = ids;
const HOUR_MS = 3_600_000;

describe('the turn of a connection', () => {
  it('is the same moment of every hour', () => {
    const first = nextTurn(id, new Date('2026-07-14T10:00:00Z'));
    expect(nextTurn(id, new Date('2026-07-14T11:00:00Z')).getTime()).toBe(first.getTime() + HOUR_MS);
  });

  it('comes within the hour, also when the finder is late', () => {
    const now = new Date('2026-07-14T10:40:00Z');
    for (const one of ids) {
      const waitMs = nextTurn(one, now).getTime() - now.getTime();
      expect(waitMs >= 0 && waitMs < HOUR_MS).toBe(true);
    }
  });

  it('is spread: no ten minutes have more than twice their share', () => {
    const now = new Date('2026-07-14T10:00:00Z');
    const counts = new Array<number>(6).fill(0);
    for (const one of ids) {
      const slot = Math.floor((nextTurn(one, now).getTime() - now.getTime()) / (HOUR_MS / 6));
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan((2 * ids.length) / 6);
  });
});

describe('the job of a connection', () => {
  it('has a queue and a key of its own, and carries our id alone', () => {
    const runAt = new Date();
    expect(syncJob(id, runAt)).toMatchObject({
      task: 'sync-analytics',
      payload: { connectionId: id },
      queue: `sync-analytics:${id}`,
      key: `sync-analytics:${id}`,
      runAt,
    });
  });
});
