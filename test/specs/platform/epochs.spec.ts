import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EpochKeyMissing, type KeyRing } from '../../../server/src/platform/vault';
import { KeyStore } from '../../stand/key-store';

let store: KeyStore;
beforeEach(async () => {
  store = await KeyStore.open('2026-11-23T10:00:00.000Z');
});
afterEach(() => store.close());

const days = () => store.files().map((name) => name.slice(0, 9));
const openEpochs = () =>
  store.dataSource.query<{ id: string }[]>('select id from keystore.epoch where retired_at is null');

describe('a day', () => {
  it('has an epoch of its own, made by the first who needs one', async () => {
    expect(days()).toEqual([]);
    await store.keep(3);
    expect(days()).toEqual(['e20261123']);
    store.forward(1);
    await store.keep(2);
    expect(days()).toEqual(['e20261123', 'e20261124']);
  });

  it('has one epoch, however many processes need it at the same moment', async () => {
    const others = await Promise.all([store.another(), store.another(), store.another()]);
    const kept = (await Promise.all([store, ...others].map((one) => one.keep(6)))).flat();
    expect(await openEpochs()).toHaveLength(1);
    expect(store.files()).toHaveLength(1);
    expect(await store.lost(kept)).toEqual([]);
    for (const other of others) {
      expect(await other.lost(kept)).toEqual([]);
      await other.disconnect();
    }
  });

  it('gets its epoch from the next when the first is rolled back, and what that one left is swept away', async () => {
    const owner = { kind: 'token', subjectId: crypto.randomUUID(), generation: 1 } as const;
    const failing = store.dataSource.transaction(async (tx) => {
      await store.vault.createKey(tx, owner);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const kept = await store.keep(1);
    expect(store.files()).toHaveLength(2);
    store.forward(8);
    await store.retire();
    expect(days()).toEqual(['e20261201']);
    expect(await store.lost(kept)).toEqual([]);
  });
});

describe('after seven days', () => {
  it('a key taken from an old page or backup opens with nothing any more, and its neighbours still open', async () => {
    const [gone, ...neighbours] = await store.keep(4);
    if (gone === undefined) throw new Error('nothing was kept');
    const stolen = await store.copyRow(gone);
    const stolenFromNeighbour = await store.copyRow(neighbours[0] ?? gone);
    await store.destroy(gone);
    expect(await store.openStolen(stolen)).toHaveLength(32);

    store.forward(7);
    await store.retire();
    expect(days()).toEqual(['e20261123']);

    store.forward(1);
    await store.retire();
    expect(days()).toEqual(['e20261201']);
    await expect(store.openStolen(stolen)).rejects.toThrow(EpochKeyMissing);
    await expect(store.openStolen(stolenFromNeighbour)).rejects.toThrow(EpochKeyMissing);
    expect(await store.lost([gone, ...neighbours])).toEqual([gone]);
    await expect(store.vault.verify(store.dataSource.manager)).resolves.toBeUndefined();
  });

  it('holds for keys that were wrapped anew before, and by the date that receipts give', async () => {
    const [gone] = await store.keep(1);
    if (gone === undefined) throw new Error('nothing was kept');
    store.forward(8);
    await store.retire();
    const stolen = await store.copyRow(gone);
    const destroyedAt = store.clock.now();
    await store.destroy(gone);
    for (let day = 0; day < 8; day += 1) {
      await store.retire();
      expect(await store.openStolen(stolen)).toHaveLength(32);
      store.forward(1);
    }
    await store.retire();
    await expect(store.openStolen(stolen)).rejects.toThrow(EpochKeyMissing);
    expect(store.clock.now() < store.vault.unrecoverableBy(destroyedAt)).toBe(true);
  });

  it('keys are wrapped anew in batches, by several processes at once, while people read and connect', async () => {
    const kept = await store.keep(250);
    store.forward(8);
    const other = await store.another();
    let over = false;
    const reading = (async () => {
      let reads = 0;
      for (; !over; reads += 20) {
        const some = kept.slice(reads % 230, (reads % 230) + 20);
        expect(await other.lost(some)).toEqual([]);
        kept.push(...(await other.keep(1)));
      }
      return reads;
    })();
    await Promise.all([store.retire(), other.retire()]);
    await store.retire();
    over = true;
    expect(await reading).toBeGreaterThan(0);
    expect(days()).toEqual(['e20261201']);
    expect(await store.lost(kept)).toEqual([]);
    await other.disconnect();
  });

  it('a reader who read the row before it was wrapped anew looks again', async () => {
    const [kept] = await store.keep(1);
    if (kept === undefined) throw new Error('nothing was kept');
    store.forward(8);
    const late = await store.another((ring) => retiringFirst(ring, () => store.retire()));
    expect(await late.read(kept)).toBe(kept.subjectId);
    expect(days()).toEqual(['e20261201']);
    await late.disconnect();
  });
});

describe('an epoch is never destroyed under a living key', () => {
  it('that is being made while the epoch ends', async () => {
    await store.keep(1);
    let reached = () => {};
    const there = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let goOn = () => {};
    const slow = await store.another((ring) => ({
      ...bound(ring),
      wrap: async (...args) => {
        const wrapped = await ring.wrap(...args);
        reached();
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        return wrapped;
      },
    }));
    const keeping = slow.keep(1);
    await there;
    store.forward(8);
    await store.retire();
    expect(days()).toEqual(['e20261201']);
    goOn();
    // The epoch that it wrapped under is closed: it wraps again under one that is open.
    await new Promise((resolve) => setTimeout(resolve, 200));
    goOn();
    expect(await store.lost(await keeping)).toEqual([]);
    await slow.disconnect();
  });

  it('that was made and is not committed yet', async () => {
    const subjectId = crypto.randomUUID();
    const owner = { kind: 'token', subjectId, generation: 1 } as const;
    const runner = store.dataSource.createQueryRunner();
    await store.keep(1);
    await runner.startTransaction();
    const key = await store.vault.createKey(runner.manager, owner);
    const sealed = key.seal(
      { table: 'instagram_connection', column: 'token_sealed', rowId: 'row-1' },
      subjectId,
    );
    store.forward(8);
    const retiring = store.retire();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(days()).toEqual(['e20261123']);
    await runner.commitTransaction();
    await runner.release();
    await retiring;
    expect(days()).toEqual(['e20261201']);
    expect(await store.lost([{ subjectId, sealed }])).toEqual([]);
  });

  it('that somebody is holding: it waits for the next run, and the operator is told when that lasts', async () => {
    const [kept] = await store.keep(1);
    if (kept === undefined) throw new Error('nothing was kept');
    const runner = store.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from keystore.data_key for update');
    store.forward(8);
    await store.retire();
    expect([days(), store.alerts]).toEqual([['e20261123'], []]);
    store.forward(1);
    await store.retire();
    expect([days(), store.alerts]).toEqual([['e20261123'], ['keys.epoch-overdue']]);
    await runner.rollbackTransaction();
    await runner.release();
    await store.retire();
    expect(days()).toEqual(['e20261202']);
    expect(await store.lost([kept])).toEqual([]);
  });

  it('whose own epoch key is lost: that is an alarm, and the other epochs end', async () => {
    await store.keep(1);
    const [lostFile] = store.files();
    store.forward(1);
    const kept = await store.keep(1);
    rmSync(join(store.folder, lostFile ?? ''));
    store.forward(9);
    await expect(store.retire()).rejects.toThrow(EpochKeyMissing);
    expect(store.alerts).toEqual(['keys.epoch-not-destroyed']);
    expect(days()).toEqual(['e20261203']);
    expect(await store.lost(kept)).toEqual([]);
  });
});

it('a restored key ring brings an old epoch back for one run only', async () => {
  const [gone, neighbour] = await store.keep(2);
  if (gone === undefined || neighbour === undefined) throw new Error('nothing was kept');
  const stolen = await store.copyRow(gone);
  await store.destroy(gone);
  const backup = mkdtempSync(join(tmpdir(), 'sociogenie-ring-backup-'));
  cpSync(store.folder, backup, { recursive: true });
  store.forward(8);
  await store.retire();
  cpSync(backup, store.folder, { recursive: true });
  rmSync(backup, { recursive: true });
  expect(await store.openStolen(stolen)).toHaveLength(32);
  await store.retire();
  await expect(store.openStolen(stolen)).rejects.toThrow(EpochKeyMissing);
  expect(await store.lost([neighbour])).toEqual([]);
});

/** The same ring, as an object whose methods can be replaced. */
function bound(ring: KeyRing): KeyRing {
  return {
    create: (id) => ring.create(id),
    list: () => ring.list(),
    wrap: (...args) => ring.wrap(...args),
    unwrap: (...args) => ring.unwrap(...args),
    destroy: (id) => ring.destroy(id),
    forgetDestroyed: () => ring.forgetDestroyed(),
  };
}

/** A ring that is slow to unwrap for the first time: everything ends meanwhile. */
function retiringFirst(ring: KeyRing, retire: () => Promise<void>): KeyRing {
  let first = true;
  return {
    ...bound(ring),
    unwrap: async (...args) => {
      if (first) {
        first = false;
        await retire();
      }
      return await ring.unwrap(...args);
    },
  };
}
