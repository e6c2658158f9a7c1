import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newSecretText } from '../../platform/ids';
import { SESSION_DAYS, SESSION_IDLE_DAYS } from './held';
import { SessionRow } from './session.entity';

const DAY_MS = 24 * 3_600_000;
const IDLE_MS = SESSION_IDLE_DAYS * DAY_MS;
const ABSOLUTE_MS = SESSION_DAYS * DAY_MS;
const TOUCH_EVERY_MS = 60_000;

/** Who is asking: an account, through one of its sessions. */
export interface Viewer {
  readonly accountId: string;
  readonly sessionHash: Buffer;
}

/** Opens a session with a fresh id, which is returned for the cookie and stored only as its digest. */
export async function openSession(tx: EntityManager, accountId: string, now: Date): Promise<string> {
  const sessionId = newSecretText();
  await tx.insert(SessionRow, {
    idHash: hashOf(sessionId),
    accountId,
    createdAt: now,
    lastUsedAt: now,
  });
  return sessionId;
}

/** Ends every session of everybody; tells how many there were. */
export async function endAllSessions(tx: EntityManager): Promise<number> {
  return (await tx.createQueryBuilder().delete().from(SessionRow).execute()).affected ?? 0;
}

/** Finding and ending sessions. */
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The viewer behind a cookie; null for an unknown id, after a day without use, and after thirty days. */
  async find(sessionId: string): Promise<Viewer | null> {
    const sessionHash = hashOf(sessionId);
    const sessions = this.dataSource.getRepository(SessionRow);
    const row = await sessions.findOneBy({ idHash: sessionHash });
    if (row === null) return null;
    const now = this.clock.now();
    const idle = now.getTime() - row.lastUsedAt.getTime();
    if (idle > IDLE_MS || now.getTime() - row.createdAt.getTime() > ABSOLUTE_MS) {
      await sessions.delete({ idHash: sessionHash });
      return null;
    }
    if (idle > TOUCH_EVERY_MS) await sessions.update({ idHash: sessionHash }, { lastUsedAt: now });
    return { accountId: row.accountId, sessionHash };
  }

  /** Ends a session; an unknown id is nothing to end. */
  async end(sessionId: string): Promise<void> {
    await this.dataSource.getRepository(SessionRow).delete({ idHash: hashOf(sessionId) });
  }
}

const hashOf = (sessionId: string): Buffer => createHash('sha256').update(sessionId).digest();
