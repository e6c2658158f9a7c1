import type { DataSource } from 'typeorm';
import type { MasterKeys, MasterWrapped } from './master-keys';
import { withRingLocked } from './ring-lock';

/** Something that a master key wraps: "3 epoch keys". */
export interface MasterKeyUse {
  readonly masterKey: string;
  readonly what: string;
  readonly count: number;
}

/** A store may gain a key under the old master key while we work, from a process that has not read the new one yet. */
const PASSES = 3;

/** How many keys of each kind each master key wraps. */
export async function masterKeyUses(stores: readonly MasterWrapped[]): Promise<MasterKeyUse[]> {
  const uses: MasterKeyUse[] = [];
  for (const store of stores) {
    const counts = new Map<string, number>();
    for (const masterKey of (await store.wrappedBy()).values()) {
      counts.set(masterKey, (counts.get(masterKey) ?? 0) + 1);
    }
    for (const [masterKey, count] of counts) uses.push({ masterKey, what: store.what, count });
  }
  return uses;
}

/**
 * Wraps everything that another master key wraps under the active one, while the server works: no sealed text changes, and
 * a reader finds the old form or the new one. Safe to repeat and to kill. Tells how many keys were wrapped anew.
 *
 * @throws MasterKeyMissing when a key that still wraps something is not configured.
 */
export async function rotateMasterKey(
  dataSource: DataSource,
  masterKeys: MasterKeys,
  stores: readonly MasterWrapped[],
): Promise<number> {
  let rewrapped = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const store of stores) rewrapped += await rotateStore(dataSource, masterKeys, store);
  }
  return rewrapped;
}

async function rotateStore(
  dataSource: DataSource,
  masterKeys: MasterKeys,
  store: MasterWrapped,
): Promise<number> {
  let rewrapped = 0;
  for (const [id] of await others(masterKeys, store)) {
    const done = await withRingLocked(dataSource, async () => {
      // Looked at again under the lock: it may be destroyed by now.
      if (!(await others(masterKeys, store)).some(([left]) => left === id)) return false;
      await store.rewrap(id);
      return true;
    });
    if (done) rewrapped += 1;
  }
  return rewrapped;
}

async function others(masterKeys: MasterKeys, store: MasterWrapped): Promise<[string, string][]> {
  return [...(await store.wrappedBy())].filter(([, masterKey]) => masterKey !== masterKeys.activeId);
}
