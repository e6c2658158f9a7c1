import { randomBytes } from 'node:crypto';
import { type EntityManager, In, Not } from 'typeorm';
import type { Clock } from '../clock';
import { newId } from '../ids';
import { KEY_BYTES, open, SealBroken, seal } from './aead';
import { DataKeyRow } from './data-key.entity';
import { Epochs, unrecoverableBy } from './epochs';
import { EpochKeyMissing, type KeyRing } from './key-ring';
import { MasterKeyMissing } from './master-keys';

export type DataKeyKind = 'account' | 'profile' | 'token' | 'export' | 'recipient';

/** Whose key: an account's, a connection's profile key, a data export's, a deletion's recipient's (each generation 0), or the token key of one grant. */
export interface KeyOwner {
  readonly kind: DataKeyKind;
  readonly subjectId: string;
  readonly generation: number;
}

/** The place that sealed text belongs to; it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** There is no such key: it was destroyed, and what it sealed is gone with it. */
export class DataKeyMissing extends Error {
  constructor(owner: KeyOwner) {
    super(`the ${owner.kind} key of generation ${owner.generation} does not exist`);
    this.name = 'DataKeyMissing';
  }
}

/** Whether an error says that something sealed cannot be opened, whichever of its keys is lost. */
export const isKeyLost = (error: unknown): boolean =>
  [DataKeyMissing, EpochKeyMissing, MasterKeyMissing, SealBroken].some((kind) => error instanceof kind);

/** An opened data key: seals and opens text bound to table, column, row and generation. */
export class DataKey {
  constructor(
    private readonly id: string,
    private readonly key: Buffer,
    private readonly generation: number,
  ) {}

  seal(place: Place, text: string): string {
    return this.sealBytes(place, Buffer.from(text, 'utf8'));
  }

  /** @throws SealBroken when this key did not seal this text for this place. */
  open(place: Place, sealed: string): string {
    return this.openBytes(place, sealed).toString('utf8');
  }

  sealBytes(place: Place, bytes: Buffer): string {
    return seal(this.key, this.id, this.boundTo(place), bytes);
  }

  /** @throws SealBroken when this key did not seal these bytes for this place. */
  openBytes(place: Place, sealed: string): Buffer {
    return open(this.key, this.id, this.boundTo(place), sealed);
  }

  private boundTo({ table, column, rowId }: Place): string[] {
    return [table, column, rowId, String(this.generation)];
  }
}

/**
 * Makes, opens and destroys data keys. They are stored wrapped by an epoch key that PostgreSQL never sees; destroying
 * one is deleting its row, and it is unrecoverable once its epoch's key is destroyed too.
 */
export class Vault {
  private readonly epochs: Epochs;

  constructor(
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {
    this.epochs = new Epochs(ring, clock);
  }

  /**
   * Opens one key of every epoch that wraps any, so that a key ring or master key of another installation is noticed at
   * start-up and not at the first read.
   *
   * @throws EpochKeyMissing, MasterKeyMissing or SealBroken.
   */
  async verify(tx: EntityManager): Promise<void> {
    const rows = await tx
      .createQueryBuilder(DataKeyRow, 'key')
      .distinctOn(['key.epochId'])
      .orderBy('key.epochId')
      .getMany();
    for (const row of rows) await this.unwrap(tx, row);
  }

  /** Makes the key of an owner that has none; part of the caller's transaction. */
  async createKey(tx: EntityManager, owner: KeyOwner): Promise<DataKey> {
    const id = newId();
    const key = randomBytes(KEY_BYTES);
    for (;;) {
      const epochId = await this.epochs.current(tx);
      const wrapped = await this.ring.wrap(epochId, wrapBoundTo(id, owner), key);
      // Nothing is inserted when the epoch was closed meanwhile; when it is open, it stays so until we commit.
      const made = await tx.query<unknown[]>(
        `insert into keystore.data_key (id, kind, subject_id, generation, epoch_id, wrapped, created_at)
         select $1, $2, $3, $4, epoch.id, $6, $7
         from keystore.epoch where epoch.id = $5 and epoch.retired_at is null for share
         returning id`,
        [id, owner.kind, owner.subjectId, owner.generation, epochId, wrapped, this.clock.now()],
      );
      if (made.length > 0) return new DataKey(id, key, owner.generation);
    }
  }

  /** @throws DataKeyMissing when the key was destroyed. */
  async openKey(tx: EntityManager, owner: KeyOwner): Promise<DataKey> {
    const row = await tx.findOneBy(DataKeyRow, { ...owner });
    const key = row === null ? null : await this.unwrap(tx, row);
    if (key === null) throw new DataKeyMissing(owner);
    return key;
  }

  /** The profile or account keys of several subjects, by subject; one that does not exist is absent. */
  async openKeys(
    tx: EntityManager,
    kind: 'account' | 'profile',
    subjectIds: readonly string[],
  ): Promise<ReadonlyMap<string, DataKey>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await tx.findBy(DataKeyRow, {
      kind,
      subjectId: In([...subjectIds]),
      generation: 0,
    });
    const keys = new Map<string, DataKey>();
    for (const row of rows) {
      const key = await this.unwrap(tx, row);
      if (key !== null) keys.set(row.subjectId, key);
    }
    return keys;
  }

  /**
   * Keeps a key from being destroyed until the transaction ends; false when there is none any more. Waits for a
   * transaction that is destroying it at this moment.
   */
  async holdKey(tx: EntityManager, owner: KeyOwner): Promise<boolean> {
    const row = await tx
      .createQueryBuilder(DataKeyRow, 'key')
      .select('key.id')
      .setLock('for_key_share')
      .where({ ...owner })
      .getOne();
    return row !== null;
  }

  /**
   * Keeps everybody else from holding, wrapping or destroying a key until the transaction ends; false when there is none any
   * more. Waits for those who hold it.
   */
  async holdAlone(tx: EntityManager, owner: KeyOwner): Promise<boolean> {
    const row = await tx
      .createQueryBuilder(DataKeyRow, 'key')
      .select('key.id')
      .setLock('pessimistic_write')
      .where({ ...owner })
      .getOne();
    return row !== null;
  }

  /** Destroys the keys of these kinds of a subject, every generation. Tells how many there were. */
  async destroyKeys(tx: EntityManager, subjectId: string, kinds: readonly DataKeyKind[]): Promise<number> {
    const result = await tx.delete(DataKeyRow, {
      subjectId,
      kind: In([...kinds]),
    });
    return result.affected ?? 0;
  }

  /** How many keys of these kinds a subject still has. */
  async countKeys(tx: EntityManager, subjectId: string, kinds: readonly DataKeyKind[]): Promise<number> {
    return tx.countBy(DataKeyRow, { subjectId, kind: In([...kinds]) });
  }

  /** How many data keys there are that nobody can open any more, because the key of their epoch is gone. */
  async countUnreadable(tx: EntityManager): Promise<number> {
    const there = await this.ring.list();
    return tx.countBy(DataKeyRow, { epochId: Not(In([...there])) });
  }

  /** The date from which a data key destroyed at this moment can be recovered by nobody, backups included. */
  unrecoverableBy(destroyedAt: Date): Date {
    return unrecoverableBy(destroyedAt);
  }

  /**
   * Wraps up to `limit` data keys of a closed epoch under today's; part of the caller's transaction. Those that somebody
   * is working on (another re-wrap, a deletion) are passed over. Tells how many were wrapped anew.
   */
  async rewrapSome(tx: EntityManager, fromEpochId: string, limit: number): Promise<number> {
    const rows = await tx
      .createQueryBuilder(DataKeyRow, 'key')
      .where('key.epochId = :fromEpochId', { fromEpochId })
      .orderBy('key.id')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    if (rows.length === 0) return 0;
    const opened = await Promise.all(
      rows.map(async ({ id, wrapped, ...owner }) => {
        const place = wrapBoundTo(id, owner);
        return { id, place, key: await this.ring.unwrap(fromEpochId, place, wrapped) };
      }),
    );
    const epochId = await this.epochs.current(tx);
    const open = await tx.query<unknown[]>(
      'select 1 from keystore.epoch where id = $1 and retired_at is null for share',
      [epochId],
    );
    if (open.length === 0) return 0;
    for (const { id, place, key } of opened) {
      const wrapped = await this.ring.wrap(epochId, place, key);
      key.fill(0);
      await tx.update(DataKeyRow, { id }, { epochId, wrapped });
    }
    return rows.length;
  }

  /** Looks once more when the epoch is gone: the key may have been wrapped anew since we read it. Null: destroyed since. */
  private async unwrap(tx: EntityManager, row: DataKeyRow): Promise<DataKey | null> {
    try {
      return await this.unwrapRow(row);
    } catch (error) {
      if (!(error instanceof EpochKeyMissing)) throw error;
      const now = await tx.findOneBy(DataKeyRow, { id: row.id });
      if (now === null) return null;
      if (now.epochId === row.epochId) throw error;
      return await this.unwrapRow(now);
    }
  }

  private async unwrapRow(row: DataKeyRow): Promise<DataKey> {
    const key = await this.ring.unwrap(row.epochId, wrapBoundTo(row.id, row), row.wrapped);
    return new DataKey(row.id, key, row.generation);
  }
}

/** The place that a wrapped data key belongs to. */
export function wrapBoundTo(
  id: string,
  owner: { kind: string; subjectId: string; generation: number },
): string[] {
  return ['data-key', id, owner.kind, owner.subjectId, String(owner.generation)];
}
