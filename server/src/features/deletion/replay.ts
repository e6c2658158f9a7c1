import { type EntityManager, IsNull } from 'typeorm';
import { newId } from '../../platform/ids';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Ledger, PlacedLine, TombstoneKeys } from '../../platform/ledger';
import type { SigningKeys } from '../../platform/vault';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import { type EraseDependencies, firstLeft, runParts } from './erase';
import { partsOf } from './erasure-parts';
import {
  addendumBody,
  type DeletionBody,
  deauthorizationBody,
  deletionBody,
  receiptBody,
  toText,
} from './ledger-bodies';
import type { RestorableAccounts, RestorableConnections, RestoredConnection } from './ports';
import type { Recipients } from './recipients';
import { eraseJob } from './record-request';
import { restoreAddendum } from './restore-addendum';
import { restoreReceipt, signersOf } from './restore-receipt';
import { accountMark, connectionMark, digestOf, grantMark } from './tombstones';

export interface ReplayDependencies
  extends Omit<EraseDependencies, 'receipts' | 'ledger' | 'standbysCaughtUp'> {
  readonly ledger: Ledger;
  readonly keys: TombstoneKeys;
  readonly signingKeys: SigningKeys;
  readonly connections: RestorableConnections;
  readonly accounts: RestorableAccounts;
  readonly recipients: Recipients;
  /** Ends every sign-in and every connect under way: nobody knows which of those in the backup ended since. */
  endSessions(tx: EntityManager): Promise<number>;
}

/** What a replay did, or would do. */
export interface ReplaySummary {
  /** Lines of the ledger that the database did not know. */
  readonly lines: number;
  /** Restored connections that were deleted again. */
  readonly connections: number;
  /** Restored accounts that were deleted again. */
  readonly accounts: number;
  /** Tokens that were removed again. */
  readonly tokens: number;
  /** Receipts that were put back. */
  readonly receipts: number;
}

/** A line cannot be replayed, with the reason in words. */
export class ReplayFailed extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ReplayFailed';
  }
}

/**
 * Brings a restored database level with the ledger: deletes again, with the same cut and the same erasers, every connection
 * that a line recognises; removes tokens again; puts back requests and receipts, so that codes and the log of receipts are
 * what they were. A line is noted when everything that it says is done, so a replay that is killed is simply run again.
 * `tell` gets a line of text for each thing; with `dryRun` nothing is changed.
 *
 * @throws ReplayFailed, LedgerBroken, LedgerTooYoung.
 */
export async function replay(
  deps: ReplayDependencies,
  dryRun: boolean,
  tell: (text: string) => void,
): Promise<ReplaySummary> {
  const lines = await deps.ledger.compare();
  const run = new Replay(deps, dryRun, tell, await restored(deps), await restoredAccounts(deps), lines);
  if (lines.length > 0 && !dryRun) await run.prepare(lines);
  for (const line of lines) await run.take(line);
  return { lines: lines.length, ...run.done };
}

/** Every restored connection and grant, by what each living key makes of it. */
async function restored({
  dataSource,
  keys,
  connections,
}: ReplayDependencies): Promise<ReadonlyMap<string, RestoredConnection>> {
  const found = new Map<string, RestoredConnection>();
  const all = await connections.all(dataSource.manager);
  for (const key of keys.all()) {
    for (const connection of all) {
      const { connectionId, generation } = connection;
      found.set(placeOf(key.id, digestOf(key, connectionMark(connectionId))), connection);
      found.set(placeOf(key.id, digestOf(key, grantMark(connectionId, generation))), connection);
    }
  }
  return found;
}

/** The same for the accounts. */
async function restoredAccounts({
  dataSource,
  keys,
  accounts,
}: ReplayDependencies): Promise<ReadonlyMap<string, string>> {
  const all = await accounts.all(dataSource.manager);
  return new Map(
    keys.all().flatMap((key) => all.map((id) => [placeOf(key.id, digestOf(key, accountMark(id))), id])),
  );
}

const placeOf = (keyId: string, mac: Buffer): string => `${keyId}:${toText(mac)}`;

class Replay {
  readonly done = { connections: 0, accounts: 0, tokens: 0, receipts: 0 };
  /** Requests that a line under a key that is there tells of. */
  private readonly rewritten: ReadonlySet<string>;

  constructor(
    private readonly deps: ReplayDependencies,
    private readonly dryRun: boolean,
    private readonly tell: (text: string) => void,
    private readonly restored: ReadonlyMap<string, RestoredConnection>,
    private readonly accounts: ReadonlyMap<string, string>,
    lines: readonly PlacedLine[],
  ) {
    const deletions = lines.filter(({ kind }) => kind === 'deletion');
    const bodies = deletions.map(({ body }) => deletionBody.parse(JSON.parse(body)));
    this.rewritten = new Set(bodies.filter(({ key }) => this.hasKey(key)).map(({ request }) => request));
  }

  /** Before any line is noted, so that none of it can be missed: a killed replay begins here again. */
  async prepare(lines: readonly PlacedLine[]): Promise<void> {
    const { dataSource, signingKeys } = this.deps;
    const ended = await dataSource.transaction((tx) => this.deps.endSessions(tx));
    this.tell(`${ended} restored sign-ins were ended: everybody signs in again.`);
    const signers = signersOf(lines);
    const known = new Set((await signingKeys.publicKeys()).keys.map(({ kid }) => kid));
    if (signers.some((kid) => !known.has(kid))) {
      // The restored private key was retired and destroyed since the backup: it must not sign again.
      await signingKeys.rotate();
      this.tell('The signing key had been changed since the backup: a new one signs from now on.');
    }
  }

  async take(line: PlacedLine): Promise<void> {
    const body: unknown = JSON.parse(line.body);
    if (line.kind === 'deletion') return this.deletion(line, deletionBody.parse(body));
    if (line.kind === 'receipt') return this.receipt(line, body);
    if (line.kind === 'addendum') return this.addendum(line, body);
    if (line.kind === 'deauthorization') return this.deauthorization(line, body);
    throw new ReplayFailed(
      `Line ${line.seq} of the ledger is from a newer version: replay with that version.`,
    );
  }

  private async deletion(line: PlacedLine, body: DeletionBody): Promise<void> {
    this.requireKey(line, body);
    const meant = body.parts.flatMap((part) => {
      const connection = this.restored.get(placeOf(body.key, part.mac));
      return connection === undefined || part.part === 'account'
        ? []
        : [{ ...part, part: part.part, connection }];
    });
    const closed = body.parts.flatMap(({ mac }) => this.accounts.get(placeOf(body.key, mac)) ?? []);
    const erased = meant.filter(({ part }) => part === 'erase').length;
    this.done.connections += erased;
    this.done.accounts += closed.length;
    this.say(
      line,
      'a deletion request',
      `${erased} restored connections and ${closed.length} restored accounts to delete again`,
    );
    if (this.dryRun) return;
    const { dataSource, clock, ledger } = this.deps;
    await dataSource.transaction(async (tx) => {
      await insertRequest(tx, body);
      await this.insertTombstones(tx, body);
      await this.noteRecipients(tx, line, body, meant, closed);
      for (const accountId of closed) await this.close(tx, body, accountId);
      for (const { connection, part, code } of meant) await this.cut(tx, body, connection, part, code);
      await enqueue(tx, eraseJob(body.request, clock.now()));
    });
    await this.erase(body.request);
    await dataSource.transaction((tx) =>
      ledger.adopt(tx, line, { requestId: body.request, keyId: body.key, leafIndex: null }),
    );
  }

  /** Who read what comes back has to be told again; the same message, should it have been told before. */
  private async noteRecipients(
    tx: EntityManager,
    line: PlacedLine,
    { request }: DeletionBody,
    meant: readonly { readonly part: string; readonly connection: RestoredConnection }[],
    closed: readonly string[],
  ): Promise<void> {
    const erased = meant.filter(({ part }) => part === 'erase');
    const connectionIds = erased.map(({ connection }) => connection.connectionId);
    const about = { connectionIds, accountId: closed[0] ?? null };
    const count = await this.deps.recipients.record(tx, request, about, this.deps.clock.now());
    if (count > 0) this.tell(`line ${line.seq}: ${count} integrators had to be told of it.`);
  }

  private async cut(
    tx: EntityManager,
    body: DeletionBody,
    connection: RestoredConnection,
    part: 'erase' | 'join' | 'keep',
    codeSealed: string | null,
  ): Promise<void> {
    const { connectionId, accountId } = connection;
    const subject = { requestId: body.request, connectionId, accountId, codeSealed, part };
    await tx.createQueryBuilder().insert().into(DeletionSubjectRow).values(subject).orIgnore().execute();
    if (part !== 'erase') return;
    const own = await this.deps.connections.lockOwn(tx, accountId, connectionId);
    // Cut by an earlier run: what it removed is noted.
    if (own === null) return;
    const count = await this.deps.connections.cut(tx, own, this.deps.clock.now());
    const place = { requestId: body.request, connectionId, category: 'ACCESS_KEYS' };
    const outcome = count > 0 ? 'REMOVED' : 'NOTHING_HELD';
    await tx.insert(DeletionOutcomeRow, { ...place, outcome, count, recordedAt: this.deps.clock.now() });
    await tx.update(DeletionRequestRow, body.request, { keysRemovedAt: body.requested_at });
  }

  private async close(tx: EntityManager, body: DeletionBody, accountId: string): Promise<void> {
    if (await tx.existsBy(DeletionSubjectRow, { requestId: body.request, part: 'account' })) return;
    await this.deps.accounts.destroyKey(tx, accountId);
    await this.deps.accounts.close(tx, accountId);
    const subject = { requestId: body.request, connectionId: newId(), accountId, codeSealed: null };
    await tx.insert(DeletionSubjectRow, { ...subject, part: 'account' });
    await tx.update(DeletionRequestRow, body.request, { keysRemovedAt: body.requested_at });
  }

  private async receipt(line: PlacedLine, text: unknown): Promise<void> {
    const body = receiptBody.parse(text);
    this.done.receipts += 1;
    this.say(line, 'a receipt', `leaf ${body.leaf} of the log`);
    if (this.dryRun) return;
    // Taken in before the backup and erased after it: its rows are there again.
    await this.erase(body.request);
    const { dataSource, signingKeys, recipients, clock, ledger } = this.deps;
    await dataSource.transaction(async (tx) => {
      await restoreReceipt(tx, signingKeys, body, clock.now());
      await recipients.tellNow(tx, body.request, clock.now());
      await ledger.adopt(tx, line, { requestId: body.request, keyId: null, leafIndex: body.leaf });
    });
  }

  private async addendum(line: PlacedLine, text: unknown): Promise<void> {
    const body = addendumBody.parse(text);
    this.say(line, 'an addendum', 'what came of telling integrators');
    if (this.dryRun) return;
    const { dataSource, recipients, clock, ledger } = this.deps;
    await dataSource.transaction(async (tx) => {
      await restoreAddendum(tx, recipients, body, clock.now());
      await ledger.adopt(tx, line, { requestId: body.request, keyId: null, leafIndex: null });
    });
  }

  private async deauthorization(line: PlacedLine, text: unknown): Promise<void> {
    const body = deauthorizationBody.parse(text);
    if (!this.hasKey(body.key))
      this.tell(`line ${line.seq}: the key ${body.key} is lost; Instagram ended this access itself`);
    const meant = body.marks.flatMap((mac) => this.restored.get(placeOf(body.key, mac)) ?? []);
    this.done.tokens += meant.length;
    this.say(line, 'a deauthorization', `${meant.length} restored tokens to remove again`);
    if (this.dryRun) return;
    const { dataSource, connections, ledger } = this.deps;
    await dataSource.transaction(async (tx) => {
      await this.insertTombstones(tx, { key: body.key, parts: [], marks: body.marks, not_before: body.at });
      for (const connection of meant) await connections.deauthorize(tx, connection, body.at);
      await ledger.adopt(tx, line, { requestId: null, keyId: body.key, leafIndex: null });
    });
  }

  private async erase(requestId: string): Promise<void> {
    const { dataSource, erasers, accountErasers } = this.deps;
    const parts = await partsOf(dataSource, requestId, erasers, accountErasers);
    await runParts(this.deps, requestId, parts);
    const left = await dataSource.transaction((tx) => firstLeft(parts, tx));
    if (left !== null)
      throw new ReplayFailed(`Something is left of what was deleted again: ${left.category}.`);
  }

  private async insertTombstones(
    tx: EntityManager,
    body: Pick<DeletionBody, 'key' | 'parts' | 'marks' | 'not_before'>,
  ): Promise<void> {
    const key = this.deps.keys.all().find(({ id }) => id === body.key);
    // Noise, without its key.
    if (key === undefined) return;
    const erased = body.parts
      .filter(({ part }) => part === 'erase' || part === 'account')
      .map(({ mac }) => mac);
    await tx.query(
      `insert into tombstone (epoch, mac, not_before, expires_at)
       select distinct $1, mac, $3::timestamptz, $4::timestamptz from unnest($2::bytea[]) mac
       on conflict (epoch, mac) do update set not_before = greatest(tombstone.not_before, excluded.not_before)`,
      [body.key, [...erased, ...body.marks], body.not_before, key.endsAt],
    );
  }

  private hasKey(keyId: string): boolean {
    return this.deps.keys.all().some(({ id }) => id === keyId);
  }

  /** What was written under a key that was lost later is written again under the next one, see `rememberEarlier`. */
  private requireKey(line: PlacedLine, { key: keyId, request }: DeletionBody): void {
    if (this.hasKey(keyId) || this.rewritten.has(request)) return;
    throw new ReplayFailed(
      `Line ${line.seq} of the ledger needs the tombstone key ${keyId}, which is not in LEDGER_PATH/keys: put that folder back ` +
        'as it was. Without it nobody can tell whom to delete again.',
    );
  }

  private say({ seq, at }: PlacedLine, what: string, then: string): void {
    this.tell(`line ${seq}, ${at}: ${what}; ${then}`);
  }
}

/** The request with its code; what it removed follows from the lines. */
async function insertRequest(tx: EntityManager, body: DeletionBody): Promise<void> {
  const row = {
    ...{ id: body.request, codeHash: body.code_hash, source: body.source, requestDigest: null },
    ...{ requestedAt: body.requested_at, accessWithdrawal: body.access_withdrawal },
    ...{ keysRemovedAt: null, erasingAt: null, attentionAt: null, completedAt: null },
  };
  if (await tx.existsBy(DeletionRequestRow, { id: body.request })) return;
  await tx.insert(DeletionRequestRow, row);
  await tx.update(
    DeletionRequestRow,
    { id: body.request, erasingAt: IsNull() },
    { erasingAt: body.requested_at },
  );
}
