import { buildServer, sociogenie } from '../../stand/process/sociogenie';
import { makeDataDir, removeDataDir, StartCommand } from '../../stand/process/start-command';

jest.setTimeout(180_000);

let dataDir: string;
beforeAll(() => {
  buildServer();
  dataDir = makeDataDir();
});
afterAll(() => removeDataDir(dataDir));

it('finds the embedded database of a running start, and says so when none runs', async () => {
  const env = { DATA_DIR: dataDir };
  const before = await sociogenie(env, 'keys', 'status');
  expect(before).toMatchObject({
    code: 1,
    output: expect.stringContaining('`pnpm start`, which is not running'),
  });
  expect(before.output).not.toMatch(/^\s+at /m);

  const start = await StartCommand.begin(env);
  try {
    await start.untilRunning();
    expect(await sociogenie(env, 'keys', 'status')).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /dev1 +active; wraps 1 epoch keys and \d service keys.*wraps 5 data keys/s,
      ),
    });
    start.ctrlC();
    expect(await start.exit()).toBe(0);
    expect((await sociogenie(env, 'keys', 'status')).output).toContain('not running');
  } finally {
    start.end();
  }
});

it('tells what is wrong with the configuration, all at once', async () => {
  const said = await sociogenie({ DATA_DIR: dataDir, PORT: 'x', ROLE: 'manager' }, 'keys', 'status');
  expect(said.code).toBe(1);
  for (const variable of ['PORT', 'ROLE']) expect(said.output).toContain(`  ${variable}: `);
});

it('needs no configuration to tell what it can do', async () => {
  const help = await sociogenie({ PORT: 'x' }, '--help');
  expect(help).toMatchObject({ code: 0, output: expect.stringContaining('keys rotate') });
  expect(await sociogenie({}, 'key', 'rotate')).toMatchObject({ code: 2 });
});
