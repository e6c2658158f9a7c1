import { demoAccount, demoConnections } from '../../stand/process/demo';
import { untilGone } from '../../stand/process/processes';
import { makeDataDir, removeDataDir, StartCommand } from '../../stand/process/start-command';

jest.setTimeout(180_000);

let dataDir: string;
const started: StartCommand[] = [];

beforeEach(() => {
  dataDir = makeDataDir();
});

afterEach(() => {
  for (const command of started.splice(0)) command.end();
  removeDataDir(dataDir);
});

async function start(): Promise<StartCommand> {
  const command = await StartCommand.begin({ DATA_DIR: dataDir });
  started.push(command);
  return await command.untilRunning();
}

test('a first start makes everything, Ctrl-C leaves nothing running, a second start is quick and keeps the data', async () => {
  const first = await start();
  expect(first.output).toContain(`Open        ${first.url}`);
  expect(first.output).toContain('Embedded: PostgreSQL, the Meta sandbox, development keys.');
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  const { instagramConnections: made, sessions } = await demoAccount(first.url, first.output);
  expect(made).toHaveLength(2);
  // Nobody but who has just signed in: the starter leaves no session of its own.
  expect(sessions).toEqual([{ current: true }]);

  const processes = first.processes();
  expect(processes.length).toBeGreaterThanOrEqual(3);
  expect(processes.filter(({ group }) => group === first.pid)).toEqual([]);
  first.ctrlC();
  expect(await first.exit()).toBe(0);
  await untilGone(processes, 0);

  const began = performance.now();
  const second = await start();
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await demoConnections(second.url, second.output)).toEqual(made);
  second.kill('SIGTERM');
  expect(await second.exit()).toBe(0);
});

test('after a kill -9 nothing is left running, and the next start recovers', async () => {
  const killed = await start();
  const made = await demoConnections(killed.url, killed.output);
  const processes = killed.processes();
  killed.kill('SIGKILL');
  await killed.exit();
  await untilGone(processes, 20_000);

  const next = await start();
  expect(await demoConnections(next.url, next.output)).toEqual(made);
  next.ctrlC();
  expect(await next.exit()).toBe(0);
});

test.each([
  { part: 'server', text: 'server/dist/main.js', says: 'The server ended unexpectedly by SIGKILL.' },
  { part: 'PostgreSQL', text: '/postgres -D', says: 'The embedded PostgreSQL ended unexpectedly' },
  { part: 'sandbox', text: 'test/meta/src/main.ts', says: 'The Meta sandbox ended unexpectedly by SIGKILL.' },
])(
  'when the $part is killed, start says so and stops the rest, and the next start recovers',
  async (killed) => {
    const first = await start();
    const made = await demoConnections(first.url, first.output);
    const processes = first.processes();
    process.kill(first.process(killed.text).pid, 'SIGKILL');
    expect(await first.exit()).toBe(1);
    expect(first.output).toContain(killed.says);
    await untilGone(processes, 20_000);

    const next = await start();
    expect(await demoConnections(next.url, next.output)).toEqual(made);
    next.ctrlC();
    expect(await next.exit()).toBe(0);
  },
);
