import { masterKeyUses, rotateMasterKey } from '../../../platform/vault';
import { type Command, CommandError } from '../command';
import { openKeys } from './open-keys';

export const keysRotate: Command = {
  name: 'keys rotate',
  summary: 'Wraps every epoch key and service key under the active master key, while the server works.',
  details: [
    '1. Make a key (openssl rand -base64 32), add it to the master keys beside the old one, and make it active.',
    '   A running server reads MASTER_KEYS_FILE again by itself; with MASTER_KEYS, restart every process first.',
    '2. Run this command. It can be stopped and run again at any time.',
    '3. Take the key that it names out of the master keys.',
    '',
    'Nothing that is sealed changes: data keys and texts stay as they are.',
  ].join('\n'),
  options: {
    restarted: { help: 'With MASTER_KEYS: every process has been restarted with both keys.' },
  },
  async run(given, context) {
    const { dataSource, masterKeys, stores, variable } = await openKeys(context);
    if (variable === 'MASTER_KEYS' && !given.has('restarted')) {
      throw new CommandError(
        'The master keys come from MASTER_KEYS, which a running process reads only once. Restart every process with ' +
          'both keys, then run the command again with --restarted.',
      );
    }
    const rewrapped = await rotateMasterKey(dataSource, masterKeys, stores);
    context.print(`${rewrapped} keys were wrapped under "${masterKeys.activeId}", the active master key.`);

    const uses = await masterKeyUses(stores);
    const needed = new Set(uses.map(({ masterKey }) => masterKey));
    const free = masterKeys.ids.filter((id) => id !== masterKeys.activeId && !needed.has(id));
    for (const id of free) context.print(`"${id}" wraps nothing any more: take it out of ${variable}.`);
    if (free.length > 0) {
      context.print(
        'Key store backups made before this still need it: keep it beside them, for their seven days.',
      );
    }
    const left = uses.filter(({ masterKey }) => masterKey !== masterKeys.activeId);
    for (const { masterKey, what, count } of left) {
      context.print(`"${masterKey}" still wraps ${count} ${what}, made meanwhile: run the command again.`);
    }
    return left.length === 0 ? 0 : 1;
  },
};
