import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoConnections } from '../../stand/process/demo';
import { makeDataDir, removeDataDir, StartCommand } from '../../stand/process/start-command';

jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const uid = isRoot ? NOBODY : (process.getuid?.() ?? 0);

let dataDir: string;

beforeEach(() => {
  dataDir = makeDataDir();
  if (isRoot) chownSync(dataDir, uid, uid);
});

afterEach(() => removeDataDir(dataDir));

/**
 * Root plays an ordinary user by way of setpriv; the one privilege that it keeps is to read this checkout wherever it
 * lies.
 */
function asOrdinaryUser(): string[] {
  if (!isRoot) return [];
  const mayRead = '-all,+dac_read_search';
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${uid}`,
    '--clear-groups',
    `--inh-caps=${mayRead}`,
    `--ambient-caps=${mayRead}`,
    '--',
  ];
}

test('an ordinary user can start it, and owns all that it makes', async () => {
  // The user could not write the builds of somebody else's checkout.
  execFileSync(process.execPath, [join(__dirname, '../../../server/scripts/build.mjs')], {
    stdio: 'inherit',
  });
  const started = await (await StartCommand.begin({ DATA_DIR: dataDir }, asOrdinaryUser())).untilRunning();
  try {
    expect(await demoConnections(started.url, started.output)).toHaveLength(2);
    for (const name of ['postgres', 'keys', 'sandbox', 'logs', 'postgres.password', 'lock']) {
      const { uid: owner, mode } = statSync(join(dataDir, name));
      expect({ name, owner, open: mode & 0o077 }).toEqual({ name, owner: uid, open: 0 });
    }
  } finally {
    started.ctrlC();
    expect(await started.exit()).toBe(0);
  }
});
