import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../../server/src/entities';
import { AccountRow } from '../../../server/src/features/account';
import {
  ANALYTICS_METRICS,
  AnalyticsFeature,
  type AnalyticsMetric,
  analyticsEraser,
} from '../../../server/src/features/analytics';
import { Grants, InstagramConnectionRow } from '../../../server/src/features/connection';
import type { DayTotals, Instagram, MetaDay } from '../../../server/src/instagram/instagram';
import type { RefusalKind } from '../../../server/src/instagram/refusals';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { newId } from '../../../server/src/platform/ids';
import { createJobs, type Jobs } from '../../../server/src/platform/jobs/runner';
import { silentLog } from '../../../server/src/platform/log';
import { Secret } from '../../../server/src/platform/secret';
import { FileKeyRing, loadMasterKeys, Vault } from '../../../server/src/platform/vault';
import { ChosenClock } from '../../stand/chosen-clock';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';

// The feature on a real database and a real queue. What Instagram answers is chosen here call by call, which the
// sandbox cannot do; the stories through the doors have specs of their own.

const APP = '1234567890';
/** Noon in Los Angeles. Far ahead, since the queue looks at the machine's clock: what is later here must be later there. */
const START = new Date('2096-11-23T20:00:00.000Z');
const TODAY = '2096-11-23';
/** The newest day that ended 48 hours before. */
const COMPLETE = '2096-11-20';
const OLDEST = '2096-10-25';

const refused = (kind: RefusalKind) => ({ ok: false, refusal: { kind, code: null, subcode: null } }) as const;

/** What Instagram answers right now. */
class Answers {
  calls: string[] = [];
  followers: number | null = 250;
  reach: RefusalKind | ((day: MetaDay) => number | null) = () => 70;
  totals: (day: MetaDay) => RefusalKind | DayTotals = () => ({
    values: new Map([
      ['VIEWS', 10],
      ['LIKES', 0],
    ]),
    missing: new Map(),
  });
  /** Happens while a day is being asked about. */
  meanwhile: (day: MetaDay) => Promise<void> = async () => {};
}

let answers: Answers;
let clock: ChosenClock;
let database: SpecDatabase;
let dataSource: DataSource;
let vault: Vault;
let analytics: AnalyticsFeature;
let jobs: Jobs;
let connectionId: string;
const folder = mkdtempSync(join(tmpdir(), 'sociogenie-collecting-'));

beforeAll(async () => {
  clock = new ChosenClock(START);
  database = await createSpecDatabase();
  const databaseUrl = new Secret(database.url);
  dataSource = await createDataSource({ url: databaseUrl, entities: ENTITIES }).initialize();
  const keys = loadMasterKeys({ kind: 'development', path: join(folder, 'master.json') }, null);
  vault = new Vault(new FileKeyRing(join(folder, 'epochs'), keys, clock), clock);
  const instagram = {
    profile: async () => {
      answers.calls.push('profile');
      return { ok: true, value: { followersCount: answers.followers } };
    },
    dailyReach: async (_token, _id, { from, to }) => {
      answers.calls.push(`reach ${from} ${to}`);
      const { reach } = answers;
      if (typeof reach === 'string') return refused(reach);
      return {
        ok: true,
        value: new Map([[to, reach(to)]].filter((entry) => entry[1] !== null) as [string, number][]),
      };
    },
    dayTotals: async (_token, _id, day) => {
      answers.calls.push(day);
      await answers.meanwhile(day);
      const totals = answers.totals(day);
      return typeof totals === 'string' ? refused(totals) : { ok: true, value: totals };
    },
  } as Instagram;
  analytics = new AnalyticsFeature({
    ...{ dataSource, clock, instagram, log: silentLog },
    grants: new Grants(dataSource, vault, APP),
    syncNowLimit: { points: 1, perSeconds: 300 },
  });
  jobs = createJobs({
    ...{ databaseUrl, dataSource, clock, log: silentLog, timetable: [] },
    handlers: {
      'sync-analytics': async (payload) => {
        await analytics.sync(String(payload.connectionId));
      },
    },
  });
});

afterAll(async () => {
  await jobs.stop();
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  answers = new Answers();
  clock.set(START);
  await dataSource.query(
    'truncate account, instagram_connection, analytics_day, analytics_sync, analytics_gap cascade',
  );
  await dataSource.query('delete from graphile_worker._private_jobs');
  connectionId = await givenConnection();
});

async function givenConnection(grantedPermissions = ['BASIC', 'MANAGE_INSIGHTS']): Promise<string> {
  const [id, accountId] = [newId(), newId()];
  const bytes = () => Buffer.from(newId());
  const tx = dataSource.manager;
  await tx.insert(AccountRow, {
    ...{ id: accountId, emailSealed: 'v1', emailIndex: bytes(), passwordHash: 'x', timeZone: 'UTC' },
    ...{ selectedConnectionId: null, createdAt: START },
  });
  const profile = await vault.createKey(tx, { kind: 'profile', subjectId: id, generation: 0 });
  const token = await vault.createKey(tx, { kind: 'token', subjectId: id, generation: 1 });
  const place = (column: string) => ({ table: 'instagram_connection', column, rowId: id });
  await tx.insert(InstagramConnectionRow, {
    ...{ id, accountId, appId: APP, generation: 1, grantedPermissions },
    ...{
      exchangeUserIdSealed: 'v1',
      exchangeUserIndex: bytes(),
      appScopedIdSealed: 'v1',
      appScopedIndex: bytes(),
    },
    professionalIdSealed: profile.seal(place('professional_id_sealed'), '17841400000000001'),
    professionalIndex: bytes(),
    ...{ usernameSealed: 'v1', displayNameSealed: null },
    tokenSealed: token.seal(place('token_sealed'), 'IGAAtoken'),
    tokenExpiresAt: new Date(START.getTime() + 60 * 86_400_000),
    ...{ tokenRefreshedAt: null, connectedAt: START, grantedAt: START, checkedAt: null },
    ...{ deauthorizedAt: null, cutAt: null },
  });
  return id;
}

async function read(from: MetaDay, to: MetaDay, metrics: readonly AnalyticsMetric[] = ANALYTICS_METRICS) {
  const reading = await analytics.read(connectionId, from, to, metrics);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading.analytics;
}

async function seriesOf(metric: AnalyticsMetric, from: MetaDay, to: MetaDay) {
  const [series] = (await read(from, to, [metric])).series;
  if (series === undefined) throw new Error('no series');
  return series;
}

async function state() {
  const found = (await analytics.readSyncStates([connectionId])).get(connectionId);
  if (found === undefined) throw new Error('no state');
  return found;
}

const waitingJobs = (): Promise<{ run_at: Date }[]> =>
  dataSource.query('select run_at from graphile_worker.jobs where attempts < max_attempts order by run_at');

describe('a run', () => {
  it('stores 30 days at first, then only what is open', async () => {
    expect(await analytics.sync(connectionId)).toBe('synced');
    expect(answers.calls).toHaveLength(32);
    expect(answers.calls.slice(0, 3)).toEqual(['profile', `reach ${OLDEST} ${TODAY}`, TODAY]);
    expect(await state()).toEqual({
      ...{ running: false, syncedAt: START, completeUntil: COMPLETE, storedDays: 30 },
      ...{ failedAt: null, nextManualSyncAt: null },
    });
    answers.calls = [];
    clock.advance({ hours: 1 });
    expect(await analytics.sync(connectionId)).toBe('synced');
    expect(answers.calls).toEqual([
      'profile',
      `reach 2096-11-21 ${TODAY}`,
      TODAY,
      '2096-11-22',
      '2096-11-21',
    ]);
  });

  it('is read with totals of the complete days, and zeros and gaps as they are', async () => {
    await analytics.sync(connectionId);
    expect(await read('2096-11-19', TODAY, ['VIEWS', 'LIKES', 'REACH', 'SAVES', 'FOLLOWER_COUNT'])).toEqual({
      ...{ from: '2096-11-19', to: TODAY, completeUntil: COMPLETE, syncedAt: START },
      series: [
        {
          metric: 'VIEWS',
          values: [10, 10, 10, 10, 10],
          total: 20,
          previousTotal: null,
          missingReason: null,
        },
        { metric: 'LIKES', values: [0, 0, 0, 0, 0], total: 0, previousTotal: null, missingReason: null },
        {
          ...{ metric: 'REACH', values: [null, null, null, null, 70], total: null, previousTotal: null },
          missingReason: 'NOT_YET_AVAILABLE',
        },
        {
          ...{ metric: 'SAVES', values: [null, null, null, null, null], total: null, previousTotal: null },
          missingReason: 'NOT_YET_AVAILABLE',
        },
        {
          ...{
            metric: 'FOLLOWER_COUNT',
            values: [null, null, null, null, 250],
            total: 250,
            previousTotal: null,
          },
          missingReason: 'BEFORE_CONNECTION',
        },
      ],
    });
    expect(await seriesOf('SAVES', '2096-11-19', COMPLETE)).toMatchObject({ missingReason: null });
    expect(await seriesOf('VIEWS', '2096-10-20', OLDEST)).toMatchObject({
      values: [null, null, null, null, null, 10],
      ...{ total: null, missingReason: 'BEFORE_CONNECTION' },
    });
  });

  it('reads one metric of a connection without any row', async () => {
    expect(await read(COMPLETE, TODAY, ['VIEWS'])).toMatchObject({
      ...{ completeUntil: null, syncedAt: null },
      series: [{ values: [null, null, null, null], total: null, missingReason: 'NOT_YET_AVAILABLE' }],
    });
  });

  it('never loses a number to an answer without one', async () => {
    await analytics.sync(connectionId);
    answers.totals = () => ({ values: new Map([['LIKES', 3]]), missing: new Map([['VIEWS', 'META_ERROR']]) });
    answers.followers = null;
    await analytics.sync(connectionId);
    expect((await seriesOf('VIEWS', TODAY, TODAY)).values).toEqual([10]);
    expect((await seriesOf('LIKES', TODAY, TODAY)).values).toEqual([3]);
    expect((await seriesOf('FOLLOWER_COUNT', TODAY, TODAY)).values).toEqual([250]);
  });

  it('records a dead token, keeps what is stored and does not touch the connection', async () => {
    await analytics.sync(connectionId);
    const before = await dataSource
      .getRepository(InstagramConnectionRow)
      .findOneByOrFail({ id: connectionId });
    clock.advance({ days: 1 });
    answers.reach = 'token-rejected';
    expect(await analytics.sync(connectionId)).toBe('failed');
    const tomorrow = '2096-11-24';
    expect(await state()).toMatchObject({ running: false, syncedAt: START, failedAt: clock.now() });
    expect(await seriesOf('VIEWS', TODAY, tomorrow)).toMatchObject({
      values: [10, null],
      missingReason: 'META_ERROR',
    });
    expect(await seriesOf('VIEWS', OLDEST, COMPLETE)).toMatchObject({ total: 270, missingReason: null });
    expect((await seriesOf('FOLLOWER_COUNT', tomorrow, tomorrow)).values).toEqual([250]);
    expect(await waitingJobs()).toEqual([]);
    const after = await dataSource
      .getRepository(InstagramConnectionRow)
      .findOneByOrFail({ id: connectionId });
    expect({ ...after, checkedAt: null }).toEqual({ ...before, checkedAt: null });
  });

  it('keeps what was fetched when Instagram stops answering, and goes on there a minute later', async () => {
    answers.totals = (day) =>
      day === '2096-11-10' ? 'no-answer' : { values: new Map([['VIEWS', 1]]), missing: new Map() };
    await dataSource.transaction((tx) => analytics.queueFirstSync(tx, connectionId, START));
    expect(await state()).toMatchObject({ running: true, syncedAt: null });
    await jobs.drain();
    expect(await state()).toMatchObject({
      running: false,
      syncedAt: null,
      failedAt: START,
      completeUntil: null,
      storedDays: 13,
    });
    expect(await waitingJobs()).toHaveLength(1);

    await jobs.drain();
    expect(answers.calls).toHaveLength(2 + 14);
    answers.calls = [];
    answers.totals = new Answers().totals;
    clock.advance({ minutes: 1 });
    await jobs.drain();
    expect(answers.calls.slice(2, 6)).toEqual([TODAY, '2096-11-22', '2096-11-21', '2096-11-10']);
    expect(await state()).toMatchObject({
      syncedAt: clock.now(),
      failedAt: null,
      completeUntil: COMPLETE,
      storedDays: 30,
    });
    expect(await waitingJobs()).toEqual([]);
  });

  it('says of one metric that Instagram refuses, and stores the others', async () => {
    answers.followers = 12;
    answers.totals = () => ({
      values: new Map([['VIEWS', 1]]),
      missing: new Map([['REPOSTS', 'UNSUPPORTED']]),
    });
    expect(await analytics.sync(connectionId)).toBe('synced');
    expect(await seriesOf('REPOSTS', OLDEST, COMPLETE)).toMatchObject({ missingReason: 'UNSUPPORTED' });
    expect(await seriesOf('FOLLOWS', OLDEST, COMPLETE)).toMatchObject({ missingReason: 'TOO_FEW_FOLLOWERS' });
    expect(await seriesOf('VIEWS', OLDEST, COMPLETE)).toMatchObject({ total: 27, missingReason: null });
    answers.followers = 300;
    await analytics.sync(connectionId);
    expect(await seriesOf('FOLLOWS', OLDEST, COMPLETE)).toMatchObject({ missingReason: null });
  });

  it('asks nothing without the permission', async () => {
    connectionId = await givenConnection(['BASIC']);
    expect(await analytics.sync(connectionId)).toBe('permission-missing');
    expect(answers.calls).toEqual([]);
    const { series } = await read(COMPLETE, TODAY);
    expect(new Set(series.map(({ missingReason }) => missingReason))).toEqual(
      new Set(['PERMISSION_MISSING']),
    );
    expect(await state()).toMatchObject({ running: false, syncedAt: null, failedAt: null, storedDays: 0 });
  });

  it.each([
    ['cut', { cutAt: START }],
    ['deauthorized', { deauthorizedAt: START }],
    ['granted anew', { generation: 2 }],
  ])('writes nothing more once the connection is %s', async (_, change) => {
    answers.meanwhile = async (day) => {
      if (day !== '2096-11-22') return;
      await dataSource.getRepository(InstagramConnectionRow).update({ id: connectionId }, change);
      await dataSource.transaction((tx) => analyticsEraser.erase({ connectionId, accountId: '' }, tx));
    };
    expect(await analytics.sync(connectionId)).toBe('superseded');
    expect(await analyticsEraser.count({ connectionId, accountId: '' }, dataSource.manager)).toBe(0);
  });

  it('holds no transaction while Instagram is asked', async () => {
    let open: unknown[] = [];
    answers.meanwhile = async () => {
      open = await dataSource.query(
        `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
    };
    await analytics.sync(connectionId);
    expect(open).toEqual([]);
  });

  it('does nothing without a living grant, and stops saying that it runs', async () => {
    await dataSource.transaction((tx) => analytics.queueFirstSync(tx, connectionId, START));
    await dataSource
      .getRepository(InstagramConnectionRow)
      .update({ id: connectionId }, { deauthorizedAt: START });
    expect(await analytics.sync(connectionId)).toBe('no-grant');
    expect(await state()).toMatchObject({ running: false });
  });
});

describe('asking for a run', () => {
  it('queues one, and the next five minutes later', async () => {
    expect(await analytics.requestSync(connectionId)).toEqual({ kind: 'queued' });
    expect(await state()).toMatchObject({
      running: true,
      nextManualSyncAt: new Date(START.getTime() + 300_000),
    });
    await jobs.drain();
    expect(await state()).toMatchObject({ running: false, syncedAt: START });
    clock.advance({ seconds: 299 });
    const retryAt = new Date(START.getTime() + 300_000);
    expect(await analytics.requestSync(connectionId)).toEqual({ kind: 'too-soon', retryAt });
    expect(await waitingJobs()).toEqual([]);
    clock.advance({ seconds: 1 });
    expect(await state()).toMatchObject({ nextManualSyncAt: null });
    expect(await analytics.requestSync(connectionId)).toEqual({ kind: 'queued' });
  });

  it('is accepted once when it is asked for several times at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => analytics.requestSync(connectionId)));
    expect(all.filter(({ kind }) => kind === 'queued')).toHaveLength(1);
    expect(await waitingJobs()).toHaveLength(1);
  });

  it('needs a living grant', async () => {
    await dataSource
      .getRepository(InstagramConnectionRow)
      .update({ id: connectionId }, { tokenExpiresAt: START });
    expect(await analytics.requestSync(connectionId)).toEqual({ kind: 'reconnect-needed' });
  });

  it('no longer counts as running when a crash left it so', async () => {
    await analytics.requestSync(connectionId);
    clock.advance({ minutes: 15 });
    expect(await state()).toMatchObject({ running: false });
  });
});

describe('the finder', () => {
  it('queues every living connection within the hour, once', async () => {
    const other = await givenConnection();
    await dataSource.getRepository(InstagramConnectionRow).update({ id: other }, { deauthorizedAt: START });
    await givenConnection();
    expect(await analytics.findDueSyncs()).toBe(2);
    expect(await analytics.findDueSyncs()).toBe(0);
    const runs = await waitingJobs();
    expect(runs).toHaveLength(2);
    for (const { run_at } of runs) {
      expect(run_at.getTime() - START.getTime()).toBeGreaterThanOrEqual(0);
      expect(run_at.getTime() - START.getTime()).toBeLessThan(3_600_000);
    }
  });

  it('leaves a run at its time that a person asked for', async () => {
    await analytics.requestSync(connectionId);
    expect(await analytics.findDueSyncs()).toBe(0);
    expect(await waitingJobs()).toEqual([{ run_at: START }]);
  });

  it('begins anew what the queue has given up', async () => {
    await analytics.requestSync(connectionId);
    await dataSource.query('update graphile_worker._private_jobs set attempts = max_attempts');
    expect(await analytics.findDueSyncs()).toBe(1);
    expect(await waitingJobs()).toHaveLength(1);
  });
});

describe('erasing', () => {
  it('removes every row, counts days, leaves another connection alone and may be repeated', async () => {
    answers.totals = () => ({ values: new Map(), missing: new Map([['REPOSTS', 'UNSUPPORTED']]) });
    await analytics.sync(connectionId);
    const other = await givenConnection();
    await analytics.sync(other);
    const subject = { connectionId, accountId: '' };
    expect(await analyticsEraser.count(subject, dataSource.manager)).toBe(32);
    const erase = () => dataSource.transaction((tx) => analyticsEraser.erase(subject, tx));
    expect([await erase(), await erase()]).toEqual([30, 0]);
    expect(await analyticsEraser.count(subject, dataSource.manager)).toBe(0);
    expect(await analyticsEraser.count({ connectionId: other, accountId: '' }, dataSource.manager)).toBe(32);
  });
});
