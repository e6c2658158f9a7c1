import type { Command } from '../command';

export const deletionsReplay: Command = {
  name: 'deletions replay',
  summary: 'After a restore: deletes again what the ledger says was deleted since the backup.',
  details: [
    'The server refuses to run on a restored database until this is done. Recognises restored connections by the tombstones of',
    'the ledger (LEDGER_PATH), deletes them with the same erasers, removes tokens again, puts back requests and receipts, and ends',
    'every sign-in. May be stopped and run again at any moment. No server may run on this database meanwhile.',
  ].join('\n'),
  options: { 'dry-run': { help: 'Say what would be done; change nothing.' } },
  async run(given, context) {
    const dryRun = given.has('dry-run');
    const { operator } = await context.restoredApp();
    const done = await operator.replay(dryRun, (text) => context.print(text));
    if (done.lines === 0) {
      context.print('The database knows every line of the ledger: there is nothing to replay.');
    } else {
      const [would, tail] = dryRun
        ? ['Would replay', ' Nothing was done.']
        : ['Replayed', ' Start the server.'];
      context.print(
        `${would} ${done.lines} lines: ${done.connections} connections and ${done.accounts} accounts deleted again, ${done.tokens} tokens removed again, ` +
          `${done.receipts} receipts put back.${tail}`,
      );
    }
    if (done.unreadableKeys > 0 && !dryRun) {
      context.print(
        `${done.unreadableKeys} data keys cannot be opened: the keys of their epochs were destroyed after the backup was made. Put ` +
          'back a newer backup of the schema keystore; the server does not start with them.',
      );
      return 1;
    }
    return 0;
  },
};
