import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../server/src/entities';
import { AccountRow } from '../../server/src/features/account';
import {
  ANALYTICS_METRICS,
  AnalyticsFeature,
  type AnalyticsMetric,
  type AnalyticsSeries,
  type DailyAnalytics,
  type SyncState,
} from '../../server/src/features/analytics';
import { Grants, InstagramConnectionRow } from '../../server/src/features/connection';
import type { MetaDay } from '../../server/src/instagram/instagram';
import { createDataSource } from '../../server/src/platform/database/data-source';
import { newId } from '../../server/src/platform/ids';
import { createJobs, type Jobs } from '../../server/src/platform/jobs/runner';
import { silentLog } from '../../server/src/platform/log';
import { Secret } from '../../server/src/platform/secret';
import { FileKeyRing, loadMasterKeys, Vault } from '../../server/src/platform/vault';
import { Answers, instagramThatAnswers } from './answers';
import { ChosenClock } from './chosen-clock';
import { createSpecDatabase, type SpecDatabase } from './database';
import { queueSettled } from './queue-settled';

const APP = '1234567890';

/** The collection of analytics on a database and a queue of its own, beside an Instagram that answers as a spec chooses. */
export class Collecting {
  answers = new Answers();
  /** The connection that a spec is about. */
  connectionId = '';

  private constructor(
    private readonly startedAt: Date,
    readonly clock: ChosenClock,
    readonly analytics: AnalyticsFeature,
    readonly dataSource: DataSource,
    readonly jobs: Jobs,
    private readonly vault: Vault,
    private readonly database: SpecDatabase,
    private readonly folder: string,
  ) {}

  /** Opens one; close it in `afterAll`. */
  static async open(now: Date): Promise<Collecting> {
    const clock = new ChosenClock(now);
    const folder = mkdtempSync(join(tmpdir(), 'sociogenie-collecting-'));
    const database = await createSpecDatabase();
    const databaseUrl = new Secret(database.url);
    const dataSource = await createDataSource({ url: databaseUrl, entities: ENTITIES }).initialize();
    const keys = loadMasterKeys({ kind: 'development', path: join(folder, 'master.json') }, null);
    const vault = new Vault(new FileKeyRing(join(folder, 'epochs'), keys, clock), clock);
    const analytics = new AnalyticsFeature({
      ...{ dataSource, clock, log: silentLog },
      openLine: async () => ({ kind: 'open', instagram: instagramThatAnswers(() => collecting.answers) }),
      grants: new Grants(dataSource, vault, APP),
      syncNowLimit: { points: 1, perSeconds: 300 },
    });
    const jobs = createJobs({
      ...{ databaseUrl, dataSource, clock, log: silentLog, timetable: [] },
      handlers: {
        'sync-analytics': async (payload) => {
          await analytics.sync(String(payload.connectionId));
        },
      },
    });
    const collecting = new Collecting(now, clock, analytics, dataSource, jobs, vault, database, folder);
    return collecting;
  }

  /** Runs the jobs that are due, until none is left and none is under way. */
  async drain(): Promise<void> {
    await this.jobs.drain();
    await queueSettled(this.dataSource);
  }

  async close(): Promise<void> {
    await this.jobs.stop();
    await this.dataSource.destroy();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Begins anew: one connection, no numbers, no jobs, the first moment. */
  async reset(): Promise<void> {
    this.answers = new Answers();
    this.clock.set(this.startedAt);
    await this.dataSource.query(
      'truncate account, instagram_connection, analytics_day, analytics_sync, analytics_gap cascade',
    );
    await this.dataSource.query('delete from graphile_worker._private_jobs');
    this.connectionId = await this.givenConnection();
  }

  /** A connection with a living grant, of an account of its own. */
  async givenConnection(grantedPermissions = ['BASIC', 'MANAGE_INSIGHTS']): Promise<string> {
    const [id, accountId, at] = [newId(), newId(), this.startedAt];
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
      ...{ id, accountId, appId: APP, generation: 1, grantedPermissions },
      ...{ exchangeUserIdSealed: 'v1', exchangeUserIndex: bytes() },
      ...{ appScopedIdSealed: 'v1', appScopedIndex: bytes() },
      professionalIdSealed: profile.seal(place('professional_id_sealed'), '17841400000000001'),
      professionalIndex: bytes(),
      ...{ usernameSealed: 'v1', displayNameSealed: null },
      tokenSealed: token.seal(place('token_sealed'), 'IGAAtoken'),
      tokenExpiresAt: new Date(at.getTime() + 60 * 86_400_000),
      ...{ tokenRefreshedAt: null, connectedAt: at, grantedAt: at, checkedAt: null },
      ...{ deauthorizedAt: null, cutAt: null },
    });
    return id;
  }

  /** Changes the connection's row, as the stories of other features do. */
  async changeConnection(change: Partial<InstagramConnectionRow>, id = this.connectionId): Promise<void> {
    await this.dataSource.getRepository(InstagramConnectionRow).update({ id }, change);
  }

  connectionRow(): Promise<InstagramConnectionRow> {
    return this.dataSource.getRepository(InstagramConnectionRow).findOneByOrFail({ id: this.connectionId });
  }

  async read(from: MetaDay, to: MetaDay, metrics: readonly AnalyticsMetric[] = ANALYTICS_METRICS) {
    const reading = await this.analytics.read(this.connectionId, from, to, metrics);
    if (reading.kind !== 'read') throw new Error(reading.kind);
    return reading.analytics satisfies DailyAnalytics;
  }

  async seriesOf(metric: AnalyticsMetric, from: MetaDay, to: MetaDay): Promise<AnalyticsSeries> {
    const [series] = (await this.read(from, to, [metric])).series;
    if (series === undefined) throw new Error('no series');
    return series;
  }

  async state(): Promise<SyncState> {
    const found = (await this.analytics.readSyncStates([this.connectionId])).get(this.connectionId);
    if (found === undefined) throw new Error('no state');
    return found;
  }

  /** The runs that wait in the queue, the first first. */
  waitingJobs(): Promise<{ run_at: Date }[]> {
    return this.dataSource.query(
      `select run_at from graphile_worker.jobs
       where attempts < max_attempts and task_identifier = 'sync-analytics' order by run_at`,
    );
  }
}
