import { createServer } from 'node:net';
import { freePort } from '../../../server/src/platform/database/embedded';
import {
  type Environment,
  makeDataDir,
  removeDataDir,
  StartCommand,
} from '../../stand/process/start-command';

jest.setTimeout(120_000);

let dataDir: string;

beforeEach(() => {
  dataDir = makeDataDir();
});

afterEach(() => removeDataDir(dataDir));

async function refusalOf(env: Environment): Promise<string> {
  const refused = await StartCommand.begin({ DATA_DIR: dataDir, ...env });
  expect(await refused.exit()).toBe(1);
  expect(refused.output).not.toMatch(/^\s+at /m);
  return refused.output;
}

test('a second start on the same folder is refused by name, and the first goes on', async () => {
  const first = await (await StartCommand.begin({ DATA_DIR: dataDir })).untilRunning();
  try {
    expect(await refusalOf({})).toContain(`already running on ${dataDir} (process ${first.pid})`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  } finally {
    first.ctrlC();
    await first.exit();
  }
});

test.each(['PORT', 'SANDBOX_PORT'])('a %s that is in use is named', async (variable) => {
  const squatter = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  try {
    const said = await refusalOf({ [variable]: String(port) });
    expect(said).toContain(`${variable}: port ${port} of 127.0.0.1 is in use`);
  } finally {
    squatter.close();
  }
});

test('every contradiction is reported at once, the ones of the embedded parts included', async () => {
  const said = await refusalOf({
    SANDBOX_PORT: 'x',
    INSTAGRAM_API_URL: 'http://127.0.0.1:9',
    ROLE: 'manager',
    DATABASE_URL: 'mysql://elsewhere',
    MASTER_KEYS: '{}',
  });
  for (const variable of ['SANDBOX_PORT', 'INSTAGRAM_API_URL', 'ROLE', 'DATABASE_URL', 'MASTER_KEYS']) {
    expect(said).toContain(`  ${variable}: `);
  }
});

test('an app id without its secret is refused, and no sandbox takes its place', async () => {
  expect(await refusalOf({ INSTAGRAM_APP_ID: '123' })).toContain('INSTAGRAM_APP_SECRET: is missing');
});

test('production refuses the sandbox, development keys and the embedded database', async () => {
  const said = await refusalOf({ NODE_ENV: 'production' });
  for (const variable of ['PUBLIC_URL', 'INSTAGRAM_APP_ID', 'MASTER_KEYS_FILE', 'DATABASE_URL', 'SMTP_URL']) {
    expect(said).toContain(`  ${variable}: `);
  }
});
