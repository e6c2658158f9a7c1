import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import type { KeyRing } from './key-ring';

const DAY_MS = 24 * 3_600_000;

/** How long an epoch's key is kept after its day, for the data keys that still live. */
export const KEPT_DAYS = 7;
/** Backups of the key store (the ring and the schema `keystore`) are kept no longer than this. */
export const KEY_BACKUP_DAYS = 7;
/** For the job that destroys, and for a re-wrap that meets a deletion around midnight. */
const SLACK_DAYS = 2;

/** The UTC day of a moment: "2026-11-23". */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The first moment of the n-th day after the day of `at`. */
const daysAfter = (at: Date, days: number): Date => new Date(Date.parse(dayOf(at)) + days * DAY_MS);

/** When the key of an epoch has to go: its day, and seven more. Reads the day from the id, which a lost row cannot change. */
export function endOf(epochId: string): Date {
  const [, year, month, day] = /^e(\d{4})(\d{2})(\d{2})-/.exec(epochId) ?? [];
  return daysAfter(new Date(`${year}-${month}-${day}T00:00:00.000Z`), 1 + KEPT_DAYS);
}

/**
 * The date from which a data key destroyed at this moment is beyond anybody's reach, backups of the key store included:
 * whatever wrapped copy of it is left in heap pages, write-ahead log or dumps, the epoch key that would open it is gone.
 */
export function unrecoverableBy(destroyedAt: Date): Date {
  return daysAfter(destroyedAt, 1 + KEPT_DAYS + SLACK_DAYS + KEY_BACKUP_DAYS);
}

/** Which epoch wraps the data keys of today. The first to need one makes it; the database decides who was first. */
export class Epochs {
  constructor(
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Today's epoch, made when there is none. Whoever writes under it must still find it open in the writing statement. */
  async current(tx: EntityManager): Promise<string> {
    const now = this.clock.now();
    const day = dayOf(now);
    for (;;) {
      const [open] = await tx.query<{ id: string }[]>(
        'select id from keystore.epoch where day = $1 and retired_at is null',
        [day],
      );
      if (open !== undefined) return open.id;
      const id = `e${day.replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;
      // The key first: a row without a key would lose what is wrapped under it, a key without a row is only swept away.
      await this.ring.create(id);
      const made = await tx.query<unknown[]>(
        `insert into keystore.epoch (id, day, created_at) values ($1, $2, $3)
         on conflict (day) where retired_at is null do nothing returning id`,
        [id, day, now],
      );
      if (made.length > 0) return id;
      await this.ring.destroy(id);
    }
  }
}
