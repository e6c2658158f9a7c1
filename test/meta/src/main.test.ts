import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const needed = {
  SANDBOX_APP_ID: '1',
  SANDBOX_APP_SECRET: 's',
  SANDBOX_REDIRECT_URIS: 'http://localhost/back',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meta-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(env: Record<string, string>): ChildProcess {
  const args = ['--disable-warning=ExperimentalWarning', join(__dirname, 'main.ts')];
  return spawn(process.execPath, args, { env: { SANDBOX_DATA_DIR: folder, ...env }, stdio: 'pipe' });
}

async function ready(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the child has no output');
  const [line] = await once(createInterface(child.stdout), 'line');
  return JSON.parse(line).url;
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

test('says where it listens, keeps its state over a kill, and stops cleanly on SIGTERM', async () => {
  const first = run(needed);
  const url = await ready(first);
  const form = { client_id: '1', redirect_uri: 'http://localhost/back', response_type: 'code' };
  const consent = { scope: 'instagram_business_basic', account: 'cafe_lisboa', decision: 'allow' };
  const body = new URLSearchParams({ ...form, ...consent });
  const answer = await fetch(`${url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
  expect(answer.status).toBe(303);
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  first.kill('SIGKILL');
  await ended(first);
  expect(readFileSync(join(folder, 'state.json'), 'utf8')).not.toContain(code);

  const second = run(needed);
  const exchange = new URLSearchParams({
    client_id: '1',
    client_secret: 's',
    grant_type: 'authorization_code',
    redirect_uri: 'http://localhost/back',
    code,
  });
  const target = `${await ready(second)}/oauth/access_token`;
  expect((await fetch(target, { method: 'POST', body: exchange })).status).toBe(200);
  second.kill('SIGTERM');
  expect(await ended(second)).toBe(0);
}, 20_000);

test('exits when the pipe from its parent closes', async () => {
  const child = run({ ...needed, SANDBOX_EXIT_WITH_PARENT: '1' });
  await ready(child);
  child.stdin?.end();
  expect(await ended(child)).toBe(0);
}, 20_000);

test('names everything that is missing, at once', async () => {
  const child = run({ SANDBOX_PORT: 'x' });
  let errors = '';
  child.stderr?.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const name of ['SANDBOX_PORT', ...Object.keys(needed)]) expect(errors).toContain(name);
}, 20_000);

test('says which file to remove when the state cannot be read', async () => {
  writeFileSync(join(folder, 'state.json'), '{');
  const child = run(needed);
  let errors = '';
  child.stderr?.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(errors).toContain(join(folder, 'state.json'));
}, 20_000);
