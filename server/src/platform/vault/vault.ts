import { randomBytes } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../clock';
import { newId } from '../ids';
import { KEY_BYTES, open, seal } from './aead';
import { DataKeyRow } from './data-key.entity';
import type { KeyRing } from './key-ring';

export type DataKeyKind = 'account' | 'profile' | 'token';

/** Whose key: an account's, a connection's profile key (generation 0), or the token key of one grant. */
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

/** An opened data key: seals and opens text bound to table, column, row and generation. */
export class DataKey {
  constructor(
    private readonly id: string,
    private readonly key: Buffer,
    private readonly generation: number,
  ) {}

  seal(place: Place, text: string): string {
    return seal(this.key, this.id, this.boundTo(place), Buffer.from(text, 'utf8'));
  }

  /** @throws SealBroken when this key did not seal this text for this place. */
  open(place: Place, sealed: string): string {
    return open(this.key, this.id, this.boundTo(place), sealed).toString('utf8');
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
  constructor(
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens every epoch that a stored key was wrapped by, so that a key ring or master key of another installation is
   * noticed at start-up and not at the first read.
   *
   * @throws EpochKeyMissing, MasterKeyMissing or SealBroken.
   */
  async verify(tx: EntityManager): Promise<void> {
    const rows = await tx
      .createQueryBuilder(DataKeyRow, 'key')
      .select('key.epoch_id', 'epochId')
      .distinct(true)
      .getRawMany<{ epochId: string }>();
    for (const { epochId } of rows) this.ring.find(epochId);
  }

  /** Makes the key of an owner that has none; part of the caller's transaction. */
  async createKey(tx: EntityManager, owner: KeyOwner): Promise<DataKey> {
    const epoch = this.ring.current();
    const id = newId();
    const key = randomBytes(KEY_BYTES);
    await tx.insert(DataKeyRow, {
      ...owner,
      id,
      epochId: epoch.id,
      wrapped: seal(epoch.key, epoch.id, wrapBoundTo(id, owner), key),
      createdAt: this.clock.now(),
    });
    return new DataKey(id, key, owner.generation);
  }

  /** @throws DataKeyMissing when the key was destroyed. */
  async openKey(tx: EntityManager, owner: KeyOwner): Promise<DataKey> {
    const row = await tx.findOneBy(DataKeyRow, { ...owner });
    if (row === null) throw new DataKeyMissing(owner);
    return this.unwrap(row);
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
    return new Map(rows.map((row) => [row.subjectId, this.unwrap(row)]));
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

  private unwrap(row: DataKeyRow): DataKey {
    const owner = {
      kind: row.kind,
      subjectId: row.subjectId,
      generation: row.generation,
    };
    const epoch = this.ring.find(row.epochId);
    return new DataKey(
      row.id,
      open(epoch.key, epoch.id, wrapBoundTo(row.id, owner), row.wrapped),
      row.generation,
    );
  }
}

function wrapBoundTo(id: string, owner: { kind: string; subjectId: string; generation: number }): string[] {
  return ['data-key', id, owner.kind, owner.subjectId, String(owner.generation)];
}
