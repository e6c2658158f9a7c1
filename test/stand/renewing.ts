import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../server/src/entities';
import { AccountRow } from '../../server/src/features/account';
import {
  Grants,
  InstagramConnectionRow,
  type RenewalOutcome,
  renewToken,
} from '../../server/src/features/connection';
import type { LongLivedToken, Reply } from '../../server/src/instagram/instagram';
import { createDataSource } from '../../server/src/platform/database/data-source';
import { newId } from '../../server/src/platform/ids';
import { silentLog } from '../../server/src/platform/log';
import { Secret } from '../../server/src/platform/secret';
import { FileKeyRing, loadMasterKeys, Vault } from '../../server/src/platform/vault';
import { ChosenClock } from './chosen-clock';
import { createSpecDatabase, type SpecDatabase } from './database';

const APP = '1234567890';
const FRESH: Reply<LongLivedToken> = {
  ok: true,
  value: { token: new Secret('IGAAfresh'), expiresInSeconds: 60 * 86_400 },
};

/** Workers that each have their own connections to one database, and an Instagram that answers when it is let. */
export class Renewing {
  /** How often Instagram was asked for a fresh token. */
  calls = 0;
  private answers: ((reply: Reply<LongLivedToken>) => void)[] = [];

  private constructor(
    readonly clock: ChosenClock,
    readonly workers: readonly DataSource[],
    readonly vault: Vault,
    private readonly database: SpecDatabase,
    private readonly folder: string,
  ) {}

  static async open(now: Date, workers: number): Promise<Renewing> {
    const clock = new ChosenClock(now);
    const folder = mkdtempSync(join(tmpdir(), 'sociogenie-renewing-'));
    const database = await createSpecDatabase();
    const url = new Secret(database.url);
    const open = () => createDataSource({ url, entities: ENTITIES, poolSize: 2 }).initialize();
    const dataSources = await Promise.all(Array.from({ length: workers }, open));
    const keys = loadMasterKeys({ kind: 'development', path: join(folder, 'master.json') }, null);
    const vault = new Vault(new FileKeyRing(join(folder, 'epochs'), keys, clock), clock);
    return new Renewing(clock, dataSources, vault, database, folder);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.destroy()));
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Somebody who only looks. */
  get dataSource(): DataSource {
    const [first] = this.workers;
    if (first === undefined) throw new Error('there is no worker');
    return first;
  }

  /** One worker tries. */
  renew(connectionId: string, worker = this.dataSource): Promise<RenewalOutcome> {
    const refreshToken = () => {
      this.calls += 1;
      return new Promise<Reply<LongLivedToken>>((resolve) => this.answers.push(resolve));
    };
    return renewToken(
      {
        ...{ dataSource: worker, vault: this.vault, clock: this.clock, log: silentLog },
        instagram: { appId: APP },
        openLine: async () => ({ kind: 'open', instagram: { refreshToken } }),
        grants: new Grants(worker, this.vault, APP),
      },
      connectionId,
    );
  }

  /** Resolves when Instagram was asked so often. */
  async asked(times = 1): Promise<void> {
    while (this.calls < times) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Instagram answers everybody who waits. */
  answer(reply: Reply<LongLivedToken> = FRESH): void {
    for (const resolve of this.answers.splice(0)) resolve(reply);
  }

  /** A connection whose renewal is due now. */
  async givenConnection(): Promise<string> {
    const [id, accountId, at] = [newId(), newId(), this.clock.now()];
    const bytes = () => Buffer.from(newId());
    const tx = this.dataSource.manager;
    await tx.insert(AccountRow, {
      ...{ id: accountId, emailSealed: 'v1', emailIndex: bytes(), passwordHash: 'x', timeZone: 'UTC' },
      ...{ selectedConnectionId: null, createdAt: at },
    });
    const profile = await this.vault.createKey(tx, { kind: 'profile', subjectId: id, generation: 0 });
    const token = await this.vault.createKey(tx, { kind: 'token', subjectId: id, generation: 1 });
    const place = (column: string) => ({ table: 'instagram_connection', column, rowId: id });
    await tx.insert(InstagramConnectionRow, {
      ...{ id, accountId, appId: APP, generation: 1, grantedPermissions: ['BASIC'] },
      ...{ exchangeUserIdSealed: 'v1', exchangeUserIndex: bytes() },
      ...{ appScopedIdSealed: 'v1', appScopedIndex: bytes() },
      professionalIdSealed: profile.seal(place('professional_id_sealed'), '17841400000000001'),
      professionalIndex: bytes(),
      ...{ usernameSealed: 'v1', displayNameSealed: null },
      tokenSealed: token.seal(place('token_sealed'), 'IGAAold'),
      tokenExpiresAt: new Date(at.getTime() + 15 * 86_400_000),
      ...{ tokenRefreshedAt: null, connectedAt: at, grantedAt: at, checkedAt: null },
      ...{ deauthorizedAt: null, cutAt: null },
    });
    await tx.query('insert into token_renewal (connection_id, due_at, attempts) values ($1, $2, 0)', [
      id,
      at,
    ]);
    return id;
  }

  /** The token as it is stored now, opened; null when there is none. */
  async token(id: string): Promise<string | null> {
    const row = await this.dataSource.getRepository(InstagramConnectionRow).findOneByOrFail({ id });
    if (row.tokenSealed === null) return null;
    const owner = { kind: 'token', subjectId: id, generation: row.generation } as const;
    const key = await this.vault.openKey(this.dataSource.manager, owner);
    return key.open({ table: 'instagram_connection', column: 'token_sealed', rowId: id }, row.tokenSealed);
  }

  /** The row that says how renewing stands. */
  async renewal(id: string): Promise<{ due_at: Date | null; lease_id: string | null; attempts: number }> {
    const rows = await this.dataSource.query('select * from token_renewal where connection_id = $1', [id]);
    return rows[0];
  }
}
