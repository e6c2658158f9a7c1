import type { DataSource } from 'typeorm';
import type { Instagram, Usage } from '../../instagram/instagram';
import { limitsWholeApp, type Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import type { Grant, Grants } from './grants';
import type { InstagramWatch } from './instagram-watch';
import { type LineState, noteHeard, pauseLine, readLine } from './line.store';
import { type Allowance, allowanceAt, LIMITED_FOR_MS } from './pace';

export interface LineDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly instagram: Pick<Instagram, 'watched'>;
  readonly grants: Grants;
  readonly watch: InstagramWatch;
}

export type LineOpening =
  | { readonly kind: 'open'; readonly instagram: Instagram }
  /** Nothing may be asked before that moment; whoever wanted to waits, and has not failed. */
  | { readonly kind: 'wait'; readonly until: Date };

/** What a usage said an hour ago says nothing any more. */
const USAGE_LASTS_MS = 3_600_000;

/**
 * The calls of each connection, apart from those of all others: they go slower before a limit of Instagram's is reached,
 * wait when it is, and what they hear is remembered for every process.
 */
export class Lines {
  constructor(private readonly deps: LineDependencies) {}

  /**
   * The way to Instagram for one connection. `routine` calls wait while Instagram has trouble or a limit is left alone;
   * `urgent` ones, which a person or an ending waits for, are made all the same. Calls that are not `representative`, such
   * as those of one endpoint alone, say nothing of how Instagram is for everybody; their limits count all the same.
   */
  async open(grant: Grant, urgency: 'routine' | 'urgent', representative = true): Promise<LineOpening> {
    const { clock, dataSource, instagram, watch } = this.deps;
    const now = clock.now();
    const state = await readLine(dataSource.manager, grant.connectionId);
    if (urgency === 'routine') {
      const until = latest(await watch.pausedUntil(grant.connectionId), state.pausedUntil);
      if (until !== null && until > now) return { kind: 'wait', until };
    }
    const pacer = new Pacer(this.deps, grant, urgency, representative, state);
    return { kind: 'open', instagram: instagram.watched(pacer) };
  }

  /** The same for a call that is made whatever is paused; what it hears is remembered. */
  async urgent(grant: Grant): Promise<Instagram> {
    const state = await readLine(this.deps.dataSource.manager, grant.connectionId);
    return this.deps.instagram.watched(new Pacer(this.deps, grant, 'urgent', true, state));
  }
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Watches the calls of one run. */
class Pacer {
  private made = 0;
  private allowance: Allowance | null;
  /** Answered without trouble in this run already, and noted. */
  private noted = false;
  private saidLast: number | null = null;

  constructor(
    private readonly deps: LineDependencies,
    private readonly grant: Grant,
    private readonly urgency: 'routine' | 'urgent',
    private readonly representative: boolean,
    { usage, usageAt, pausedUntil }: LineState,
  ) {
    // A pause that was served since has made what was said before it worthless: the next answer says how it stands.
    const said = usageAt !== null && (pausedUntil === null || pausedUntil < usageAt) ? usageAt : null;
    const fresh = said !== null && deps.clock.now().getTime() - said.getTime() < USAGE_LASTS_MS;
    this.allowance = fresh && usage !== null ? allowanceAt({ percent: usage, regainMs: null }) : null;
  }

  async before(): Promise<Refusal | null> {
    if (this.urgency === 'urgent' || this.allowance === null || this.made < this.allowance.calls) return null;
    const retryAfterMs = this.allowance.pauseMs;
    await this.pause(retryAfterMs, false);
    return { kind: 'rate-limited', code: null, subcode: null, detail: 'our own pace', retryAfterMs };
  }

  async after(refusal: Refusal | null, usage: Usage | null): Promise<void> {
    this.made += 1;
    const said = usage?.percent ?? null;
    if (refusal !== null || !this.noted || (said !== null && said !== this.saidLast))
      await this.note(refusal, usage);
    this.saidLast = said ?? this.saidLast;
    if (usage !== null) this.allowance = allowanceAt(usage);
    if (refusal?.kind === 'rate-limited') {
      await this.pause(refusal.retryAfterMs ?? LIMITED_FOR_MS, limitsWholeApp(refusal));
    }
  }

  private async note(refusal: Refusal | null, usage: Usage | null): Promise<void> {
    if (!this.representative) return;
    const { dataSource, clock, grants, watch } = this.deps;
    const at = clock.now();
    const troubled = await dataSource.transaction(async (tx) => {
      const held = await grants.hold(tx, this.grant.connectionId, this.grant.generation);
      return held && noteHeard(tx, this.grant.connectionId, at, refusal, usage);
    });
    this.noted = refusal === null;
    if (troubled) await watch.recognise();
  }

  private async pause(forMs: number, wholeApp: boolean): Promise<void> {
    const { dataSource, clock, grants, watch } = this.deps;
    const at = clock.now();
    const until = new Date(at.getTime() + forMs);
    const paused = await dataSource.transaction(async (tx) => {
      if (!(await grants.hold(tx, this.grant.connectionId, this.grant.generation))) return false;
      await pauseLine(tx, this.grant.connectionId, at, until, wholeApp);
      return true;
    });
    if (paused && wholeApp) await watch.noteAppLimit(until);
  }
}
