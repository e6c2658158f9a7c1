import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../server/src/entities';
import { createDataSource } from '../../server/src/platform/database/data-source';
import { silentLog } from '../../server/src/platform/log';
import { Secret } from '../../server/src/platform/secret';
import {
  FileKeyRing,
  type KeyRing,
  loadMasterKeys,
  type MasterKeys,
  retireEpochs,
  Vault,
} from '../../server/src/platform/vault';
import { createSpecDatabase, type SpecDatabase } from './database';

export const A_PLACE = { table: 'instagram_connection', column: 'token_sealed', rowId: 'row-1' };

/** Somebody's token key, and what it sealed: enough to see later whether it still opens. */
export interface Kept {
  readonly subjectId: string;
  readonly sealed: string;
}

/** A row of `keystore.data_key` as it stood once: what an old heap page or a backup holds. */
export type OldRow = Readonly<Record<'id' | 'kind' | 'subject_id' | 'epoch_id' | 'wrapped', string>>;

/** A key store alone, as one process sees it: a database, a ring of files, and a clock that a spec moves. */
export class KeyStore {
  readonly vault: Vault;
  readonly alerts: string[] = [];

  private constructor(
    readonly database: SpecDatabase,
    readonly folder: string,
    readonly dataSource: DataSource,
    readonly masterKeys: MasterKeys,
    readonly masterKeysJson: string,
    readonly clock: { at: Date; now(): Date },
    readonly ring: KeyRing,
  ) {
    this.vault = new Vault(ring, clock);
  }

  static async open(now: string): Promise<KeyStore> {
    const at = new Date(now);
    const json = JSON.stringify({ active: 'mk1', keys: { mk1: randomBytes(32).toString('base64') } });
    const clock = {
      at,
      now() {
        return new Date(this.at);
      },
    };
    const folder = mkdtempSync(join(tmpdir(), 'sociogenie-key-store-'));
    return KeyStore.on(await createSpecDatabase(), folder, json, clock);
  }

  /** Another process on the same database, folder and clock; its ring may be disturbed, its master keys others. */
  async another(
    ringOf: (ring: KeyRing) => KeyRing = (ring) => ring,
    masterKeysJson = this.masterKeysJson,
  ): Promise<KeyStore> {
    return KeyStore.on(this.database, this.folder, masterKeysJson, this.clock, ringOf);
  }

  private static async on(
    database: SpecDatabase,
    folder: string,
    json: string,
    clock: KeyStore['clock'],
    ringOf: (ring: KeyRing) => KeyRing = (ring) => ring,
  ): Promise<KeyStore> {
    const dataSource = createDataSource({ url: new Secret(database.url), entities: ENTITIES, poolSize: 4 });
    await dataSource.initialize();
    const keys = loadMasterKeys({ kind: 'environment' }, new Secret(json));
    const ring = ringOf(new FileKeyRing(folder, keys, clock));
    return new KeyStore(database, folder, dataSource, keys, json, clock, ring);
  }

  /** To a moment of the n-th day from the day it stands at. */
  forward(days: number): void {
    this.clock.at = new Date(this.clock.at.getTime() + days * 24 * 3_600_000);
  }

  /** Makes keys in transactions of their own, and seals with each. */
  async keep(count: number): Promise<Kept[]> {
    return await Promise.all(
      Array.from({ length: count }, async () => {
        const subjectId = randomUUID();
        const owner = { kind: 'token', subjectId, generation: 1 } as const;
        const key = await this.dataSource.transaction((tx) => this.vault.createKey(tx, owner));
        return { subjectId, sealed: key.seal(A_PLACE, subjectId) };
      }),
    );
  }

  /** Opens what was sealed, as any reader does. */
  async read({ subjectId, sealed }: Kept): Promise<string> {
    const owner = { kind: 'token', subjectId, generation: 1 } as const;
    return (await this.vault.openKey(this.dataSource.manager, owner)).open(A_PLACE, sealed);
  }

  /** Those that do not open any more. */
  async lost(kept: readonly Kept[]): Promise<Kept[]> {
    const opened = await Promise.all(kept.map((one) => this.read(one).catch(() => null)));
    return kept.filter((one, index) => opened[index] !== one.subjectId);
  }

  async destroy({ subjectId }: Kept): Promise<void> {
    await this.dataSource.transaction((tx) => this.vault.destroyKeys(tx, subjectId, ['token']));
  }

  /** A copy of the wrapped key, taken from the database by a thief. */
  async copyRow({ subjectId }: Kept): Promise<OldRow> {
    const rows = await this.dataSource.query<OldRow[]>(
      'select * from keystore.data_key where subject_id = $1',
      [subjectId],
    );
    if (rows[0] === undefined) throw new Error('there is no such key');
    return rows[0];
  }

  /** Opens a stolen row with everything that the installation still has. */
  async openStolen(row: OldRow): Promise<Buffer> {
    return await this.ring.unwrap(
      row.epoch_id,
      ['data-key', row.id, row.kind, row.subject_id, '1'],
      row.wrapped,
    );
  }

  /** The job. */
  async retire(): Promise<void> {
    await retireEpochs({
      ...{
        dataSource: this.dataSource,
        ring: this.ring,
        vault: this.vault,
        clock: this.clock,
        log: silentLog,
      },
      alertOperator: (event) => this.alerts.push(event),
    });
  }

  /** The names in the ring's folder, drafts included. */
  files(): string[] {
    return readdirSync(this.folder).sort();
  }

  async disconnect(): Promise<void> {
    await this.dataSource.destroy();
  }

  async close(): Promise<void> {
    await this.disconnect();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
