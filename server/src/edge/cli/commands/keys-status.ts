import { DataKeyRow, endOfEpoch, masterKeyUses } from '../../../platform/vault';
import type { Command } from '../command';
import type { CommandContext } from '../command-context';
import { table } from '../help';
import { type OpenKeys, openKeys } from './open-keys';

export const keysStatus: Command = {
  name: 'keys status',
  summary: 'Shows what each master key and each epoch key still wraps.',
  details:
    'Changes nothing and prints no key. Ends with 1 when a master key that is still needed is not configured, or when an\n' +
    'epoch key that data keys need is missing.',
  async run(_given, context) {
    const keys = await openKeys(context);
    const mastersInOrder = await printMasterKeys(keys, context);
    context.print();
    return (await printEpochs(keys, context)) && mastersInOrder ? 0 : 1;
  },
};

async function printMasterKeys({ masterKeys, stores, variable }: OpenKeys, context: CommandContext) {
  const uses = await masterKeyUses(stores);
  const ids = [...new Set([...masterKeys.ids, ...uses.map(({ masterKey }) => masterKey)])].sort();
  context.print(`Master keys (${variable}):`);
  const rows = ids.map((id): [string, string] => {
    const wraps = uses
      .filter(({ masterKey }) => masterKey === id)
      .map(({ what, count }) => `${count} ${what}`);
    const state = id === masterKeys.activeId ? 'active; ' : masterKeys.ids.includes(id) ? '' : 'MISSING; ';
    return [id, `${state}wraps ${wraps.join(' and ') || 'nothing: it can be taken out'}`];
  });
  for (const line of table(rows)) context.print(line);
  return ids.every((id) => masterKeys.ids.includes(id));
}

async function printEpochs({ ring, dataSource }: OpenKeys, context: CommandContext) {
  const counts = await dataSource
    .createQueryBuilder(DataKeyRow, 'key')
    .select('key.epochId', 'id')
    .addSelect('count(*)::int', 'keys')
    .groupBy('key.epochId')
    .getRawMany<{ id: string; keys: number }>();
  const there = new Set((await ring.wrappedBy()).keys());
  const ids = [...new Set([...(await ring.list()), ...counts.map(({ id }) => id)])].sort();
  context.print(`Epoch keys (KEYRING_DIR), and when each is destroyed:`);
  const rows = ids.map((id): [string, string] => {
    const keys = counts.find((count) => count.id === id)?.keys ?? 0;
    const state = there.has(id) || keys === 0 ? '' : 'MISSING; ';
    const due = endOfEpoch(id);
    const late = due <= context.clock.now() ? ', which is over: the next hourly run does it' : '';
    return [id, `${state}wraps ${keys} data keys; ${due.toISOString().slice(0, 10)}${late}`];
  });
  for (const line of ids.length === 0 ? ['  none yet'] : table(rows)) context.print(line);
  return counts.every(({ id }) => there.has(id));
}
