import type { DataSource } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { Vault } from '../../platform/vault';
import type { Grant, Grants } from './grants';
import { claimPicture, type KeptPicture, readPicture, storePicture } from './picture.store';

export interface PictureDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly grants: Grants;
  readonly openLine: (grant: Grant) => Promise<PictureLine>;
  /** Makes a small picture of foreign bytes; null when they are none. */
  readonly shrink: (bytes: Buffer) => Promise<Buffer | null>;
  /** Work that goes on after the answer. */
  readonly background: (work: Promise<void>) => void;
}

/** The way to Instagram for one connection, or from when on there is one. */
export type PictureLine =
  | { readonly kind: 'open'; readonly instagram: Pick<Instagram, 'picture'> }
  | { readonly kind: 'wait'; readonly until: Date };

/** How long Instagram and its content network have together: somebody looks at the screen meanwhile. */
const PATIENCE_MS = 4_000;

/**
 * The profile pictures of connections: fetched when somebody looks, kept as a small sealed copy, asked for again after a
 * day. No picture is a failure of anything: where there is none, none is shown.
 */
export class Pictures {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(private readonly deps: PictureDependencies) {}

  /** The picture of an account's own connection; null when there is none, whatever the reason. */
  async find(accountId: string, connectionId: string): Promise<KeptPicture | null> {
    const { dataSource, vault, clock, background } = this.deps;
    const read = () => readPicture(dataSource, vault, accountId, connectionId);
    const found = await read();
    if (found === null) return null;
    const due = found.dueAt === null || found.dueAt <= clock.now();
    // Not due may also mean that another request has just begun to ask.
    const another = this.underWay.has(connectionId);
    if (!due && (found.picture !== null || !another)) return found.picture;
    const asking = this.ask(connectionId);
    if (found.picture !== null) {
      background(asking);
      return found.picture;
    }
    await asking;
    return (await read())?.picture ?? null;
  }

  /** Once at a time for each connection: a page shows the same picture in several places. */
  private ask(connectionId: string): Promise<void> {
    const begun = this.underWay.get(connectionId);
    if (begun !== undefined) return begun;
    const asking = this.askNow(connectionId)
      .catch((error: unknown) => this.deps.log.error('picture.failed', {}, error))
      .finally(() => this.underWay.delete(connectionId));
    this.underWay.set(connectionId, asking);
    return asking;
  }

  /** Asks Instagram, with no transaction open. What comes is stored only if the grant is still the one that it was asked with. */
  private async askNow(connectionId: string): Promise<void> {
    const { dataSource, vault, clock, grants, openLine, shrink, log } = this.deps;
    const grant = await grants.open(connectionId, clock.now());
    if (grant === null) return;
    const line = await openLine(grant);
    if (line.kind === 'wait') return;
    if (!(await claimPicture(dataSource, grants, grant, clock.now()))) return;
    const reply = await line.instagram.picture(grant.token, AbortSignal.timeout(PATIENCE_MS));
    if (!reply.ok) {
      const { kind, code, subcode, detail = null } = reply.refusal;
      log.warn('picture.refused', { kind, code, subcode, detail });
      return;
    }
    const small = reply.value === null ? null : await shrink(reply.value);
    if (reply.value !== null && small === null) {
      log.warn('picture.unreadable');
      return;
    }
    await storePicture({ dataSource, vault, grants }, grant, small, clock.now());
  }
}
