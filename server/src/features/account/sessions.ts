import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager, Not } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId, newSecretText } from '../../platform/ids';
import type { DataKey, Vault } from '../../platform/vault';
import { accountKey } from './account-key';
import { PASSWORD_RECENT_MINUTES, SESSION_DAYS, SESSION_IDLE_DAYS } from './held';
import type { Device } from './known-devices';
import { SessionRow } from './session.entity';

const DAY_MS = 24 * 3_600_000;
const IDLE_MS = SESSION_IDLE_DAYS * DAY_MS;
const ABSOLUTE_MS = SESSION_DAYS * DAY_MS;
const RECENT_MS = PASSWORD_RECENT_MINUTES * 60_000;
const TOUCH_EVERY_MS = 60_000;
/** Browsers name themselves in 80 to 250 characters. */
const USER_AGENT_LENGTH = 400;

/** Who is asking: an account, through one of its sessions. */
export interface Viewer {
  readonly accountId: string;
  readonly sessionHash: Buffer;
}

/** A place where somebody is signed in. */
export interface SignInSession {
  readonly id: string;
  /** How the browser named itself at sign-in; null when that is not known. */
  readonly userAgent: string | null;
  readonly signedInAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

interface Opening {
  readonly accountId: string;
  /** The account's own key. */
  readonly key: DataKey;
  readonly device: Device;
  readonly now: Date;
}

/** Opens a session with a fresh id, which is returned for the cookie and stored only as its digest. */
export async function openSession(
  tx: EntityManager,
  { accountId, key, device, now }: Opening,
): Promise<string> {
  const sessionId = newSecretText();
  const id = newId();
  const userAgent = device.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null;
  await tx.insert(SessionRow, {
    ...{ id, accountId, idHash: hashOf(sessionId) },
    ...{ createdAt: now, lastUsedAt: now, confirmedAt: now },
    userAgentSealed: userAgent === null ? null : key.seal(userAgentPlace(id), userAgent),
  });
  return sessionId;
}

/** Ends every session of everybody; tells how many there were. */
export async function endAllSessions(tx: EntityManager): Promise<number> {
  return (await tx.createQueryBuilder().delete().from(SessionRow).execute()).affected ?? 0;
}

/**
 * Notes that the viewer's password was typed just now, and gives the session a fresh id, which is returned for the
 * cookie: the one before opens nothing any more. Null when the session was ended meanwhile.
 */
export async function renewSession(tx: EntityManager, viewer: Viewer, now: Date): Promise<string | null> {
  const sessionId = newSecretText();
  const { affected } = await tx.update(
    SessionRow,
    { idHash: viewer.sessionHash, accountId: viewer.accountId },
    { idHash: hashOf(sessionId), confirmedAt: now },
  );
  return affected === 1 ? sessionId : null;
}

/** Ends every session of the viewer's account but the viewer's own. */
export async function endOtherSessions(tx: EntityManager, viewer: Viewer): Promise<void> {
  const { accountId, sessionHash } = viewer;
  await tx.delete(SessionRow, { accountId, idHash: Not(sessionHash) });
}

/** Finding, listing and ending sessions. */
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The viewer behind a cookie; null for an unknown id, after a day without use, and after thirty days. */
  async find(sessionId: string): Promise<Viewer | null> {
    const sessionHash = hashOf(sessionId);
    const sessions = this.dataSource.getRepository(SessionRow);
    const row = await sessions.findOneBy({ idHash: sessionHash });
    if (row === null) return null;
    const now = this.clock.now();
    if (isOver(row, now)) {
      await sessions.delete({ idHash: sessionHash });
      return null;
    }
    if (now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS)
      await sessions.update({ idHash: sessionHash }, { lastUsedAt: now });
    return { accountId: row.accountId, sessionHash };
  }

  /** Ends a session; an unknown id is nothing to end. */
  async end(sessionId: string): Promise<void> {
    await this.dataSource.getRepository(SessionRow).delete({ idHash: hashOf(sessionId) });
  }

  /** Where the viewer's account is signed in: this session first, then the last used first. */
  async list(viewer: Viewer): Promise<SignInSession[]> {
    const { accountId, sessionHash } = viewer;
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const rows = await manager.find(SessionRow, { where: { accountId }, order: { lastUsedAt: 'DESC' } });
    const key = await this.vault.openKey(manager, accountKey(accountId));
    const listed = rows
      .filter((row) => !isOver(row, now))
      .map(({ id, idHash, userAgentSealed, createdAt, lastUsedAt }) => ({
        id,
        userAgent: userAgentSealed === null ? null : key.open(userAgentPlace(id), userAgentSealed),
        signedInAt: createdAt,
        lastUsedAt,
        current: idHash.equals(sessionHash),
      }));
    return [...listed.filter(({ current }) => current), ...listed.filter(({ current }) => !current)];
  }

  /** Ends another session of the viewer's account; says what stood in the way when it did not. */
  async endOther(viewer: Viewer, id: string): Promise<'ended' | 'unknown' | 'current'> {
    const { accountId, sessionHash } = viewer;
    const { manager } = this.dataSource;
    const { affected } = await manager.delete(SessionRow, { id, accountId, idHash: Not(sessionHash) });
    if (affected === 1) return 'ended';
    return (await manager.existsBy(SessionRow, { id, accountId })) ? 'current' : 'unknown';
  }

  /** Ends all sessions of the viewer's account but this one. */
  endOthers(viewer: Viewer): Promise<void> {
    return endOtherSessions(this.dataSource.manager, viewer);
  }

  /** Until when the viewer's password counts as just typed; a moment that is over when it was longer ago. */
  async passwordRecentUntil({ sessionHash }: Viewer): Promise<Date> {
    const row = await this.dataSource.manager.findOneBy(SessionRow, { idHash: sessionHash });
    return new Date((row?.confirmedAt.getTime() ?? 0) + RECENT_MS);
  }
}

function isOver({ lastUsedAt, createdAt }: SessionRow, now: Date): boolean {
  return now.getTime() - lastUsedAt.getTime() > IDLE_MS || now.getTime() - createdAt.getTime() > ABSOLUTE_MS;
}

const hashOf = (sessionId: string): Buffer => createHash('sha256').update(sessionId).digest();

const userAgentPlace = (rowId: string) => ({ table: 'session', column: 'user_agent_sealed', rowId });
