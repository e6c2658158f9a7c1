import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Secret } from '../../../server/src/platform/secret';
import {
  EpochKeyMissing,
  type FileKeyRing,
  loadMasterKeys,
  openServiceKeys,
  rotateMasterKey,
  type ServiceKeys,
  ServiceKeysAtRest,
} from '../../../server/src/platform/vault';
import { type Kept, KeyStore } from '../../stand/key-store';
import { buildServer } from '../../stand/process/sociogenie';

jest.setTimeout(240_000);

const server = join(__dirname, '../../../server');
let store: KeyStore;

beforeAll(buildServer);
beforeEach(async () => {
  store = await KeyStore.open('2026-11-23T10:00:00.000Z');
});
afterEach(() => store.close());

/** Runs a job in a process that dies at a step. Resolves with the number of steps of one that lived to its end, or null. */
async function work(
  job: 'retire' | 'rotate' | 'keep',
  killAt: number | null,
  masterKeys = store.masterKeysJson,
): Promise<number | null> {
  const child = spawn(process.execPath, [join(__dirname, '../../stand/process/key-worker.mjs')], {
    env: {
      ...{ JOB: job, SERVER: server, FOLDER: store.folder, MASTER_KEYS: masterKeys },
      ...{ NOW: store.clock.now().toISOString(), DATABASE_URL: store.database.url },
      ...(killAt === null ? {} : { KILL_AT: String(killAt) }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (...how) => resolve(how)),
  );
  if (signal === 'SIGKILL') {
    await itsLocksAreGone();
    return null;
  }
  if (code !== 0) throw new Error(`the worker failed with ${code}`);
  return Number(said);
}

/** PostgreSQL notices a little later that a process is dead, and the job passes by what is locked until then. */
async function itsLocksAreGone(): Promise<void> {
  for (;;) {
    const open = await store.dataSource.query<unknown[]>(
      `select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    if (open.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Kills at every step, one process after the other, until one lives to its end. Looks at the store after each. */
async function killAtEveryStep(
  job: 'retire' | 'rotate' | 'keep',
  each: { before(): Promise<void>; after(killed: string): Promise<void> },
  masterKeys?: () => string,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    await each.before();
    const lived = await work(job, step, masterKeys?.());
    await each.after(`${job} killed at step ${step}`);
    if (lived !== null) return step - 1;
  }
}

it('ending an epoch survives a kill at each of its steps: no living key is lost, no dead one comes back', async () => {
  let living: Kept[] = [];
  let stolen: Awaited<ReturnType<KeyStore['copyRow']>>;
  const killed = await killAtEveryStep('retire', {
    async before() {
      const [gone, ...rest] = await store.keep(3);
      if (gone === undefined) throw new Error('nothing was kept');
      living = rest;
      stolen = await store.copyRow(gone);
      await store.destroy(gone);
      store.forward(8);
    },
    async after(how) {
      expect([how, await store.lost(living)]).toEqual([how, []]);
      await store.retire();
      expect([how, await store.lost(living)]).toEqual([how, []]);
      await expect(store.openStolen(stolen)).rejects.toThrow(EpochKeyMissing);
      // What a killed maker left of today's epoch is swept away when the day is over.
      const today = `e${store.clock.now().toISOString().slice(0, 10).replaceAll('-', '')}`;
      expect((await store.ring.list()).filter((id) => !id.startsWith(today))).toEqual([]);
      for (const { subjectId } of living) await store.destroy({ subjectId, sealed: '' });
    },
  });
  expect(killed).toBeGreaterThan(15);
});

it('making the day’s epoch survives a kill at each of its steps: the next one makes it', async () => {
  const kept: Kept[] = [];
  const killed = await killAtEveryStep('keep', {
    async before() {
      store.forward(1);
    },
    async after(how) {
      kept.push(...(await store.keep(1)));
      expect([how, await store.lost(kept)]).toEqual([how, []]);
      await expect(store.vault.verify(store.dataSource.manager)).resolves.toBeUndefined();
    },
  });
  expect(killed).toBeGreaterThan(5);
  store.forward(8);
  await store.retire();
  expect(store.files()).toHaveLength(1);
  expect(await store.lost(kept)).toEqual([]);
});

it('rotating the master key survives a kill at each of its steps: each key opens, and the next one ends it', async () => {
  const keys = [JSON.parse(store.masterKeysJson).keys.mk1];
  const kept = await store.keep(2);
  const service = (await openServiceKeys(store.dataSource, store.masterKeys, store.clock)).blindIndex(
    'a',
    'b',
  );
  const json = (...ids: number[]) =>
    JSON.stringify({
      active: `mk${keys.length}`,
      keys: Object.fromEntries(ids.map((id) => [`mk${id}`, keys[id - 1]])),
    });
  const opens = async (text: string): Promise<ServiceKeys> => {
    const started = await store.another(undefined, text);
    expect(await started.lost(kept)).toEqual([]);
    const opened = openServiceKeys(
      started.dataSource,
      loadMasterKeys({ kind: 'environment' }, new Secret(text)),
      store.clock,
    );
    return await opened.finally(() => started.disconnect());
  };
  const rotate = async (text: string): Promise<void> => {
    const started = await store.another(undefined, text);
    const { dataSource, masterKeys, ring } = started;
    await rotateMasterKey(dataSource, masterKeys, [
      ring as FileKeyRing,
      new ServiceKeysAtRest(dataSource, masterKeys),
    ]);
    await started.disconnect();
  };
  const killed = await killAtEveryStep(
    'rotate',
    {
      async before() {
        keys.push(randomBytes(32).toString('base64'));
      },
      async after() {
        const both = json(keys.length - 1, keys.length);
        expect((await opens(both)).blindIndex('a', 'b')).toEqual(service);
        await rotate(both);
        expect((await opens(json(keys.length))).blindIndex('a', 'b')).toEqual(service);
      },
    },
    () => json(keys.length - 1, keys.length),
  );
  expect(killed).toBeGreaterThan(10);
});
