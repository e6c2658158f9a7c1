import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { activityOf } from '../../stand/activity';
import { CONFIRM } from '../../stand/confirmed';
import type { Person } from '../../stand/person';
import { SmtpServer } from '../../stand/smtp-server';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

const server = join(__dirname, '../../../server');
/** The machine's time: the worker is a process of its own and knows no other. */
const machineTime = () => new Date(performance.timeOrigin + performance.now());

let smtp: SmtpServer;
let stand: Stand;
let ana: Person;
let worker: ChildProcess | undefined;
beforeAll(() => {
  const build = `import(${JSON.stringify(join(server, 'scripts/lib/build.mjs'))}).then((m) => m.buildServer())`;
  execFileSync(process.execPath, ['-e', build]);
});
beforeEach(async () => {
  smtp = await SmtpServer.open();
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'mail@sociogenie.example' };
  stand = await Stand.open({ now: machineTime(), env });
  ana = await stand.givenAccount('ana@example.com');
  await stand.drain();
  const clear = (smtp.received[0] ?? '').replaceAll('=\r\n', '');
  const token = /verify-email#([\w-]{43})/.exec(clear)?.[1];
  await ana.execute(CONFIRM, { input: { token } });
});
afterEach(async () => {
  worker?.kill('SIGKILL');
  await stand.close();
  await smtp.close();
});

async function until(fact: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await fact())) {
    if (performance.now() > deadline) throw new Error('waited for half a minute in vain');
    await sleep(50);
  }
}

const KILLS = [
  ['when the mail server had the whole mail and had not said so', 'text'],
  ['before the mail server said a word', 'greeting'],
] as const;

it.each(process.env.FULL === '1' ? KILLS : KILLS.slice(0, 1))(
  'a worker killed %s: unknown, not sent again, told once',
  async (_, silentAt) => {
    const told = (await activityOf(ana)).length;
    const { connections } = smtp;
    const texts = smtp.received.length;
    smtp.replies = { [silentAt]: 'nothing' };
    stand.clock.set(machineTime());
    const browser = stand.visitor();
    browser.email = ana.email;
    await browser.signIn();

    const child = spawn(process.execPath, [join(server, 'dist/main.js')], {
      env: { PATH: process.env.PATH, ...stand.env, ROLE: 'worker' },
      stdio: 'ignore',
    });
    worker = child;
    await until(() => (silentAt === 'text' ? smtp.received.length > texts : smtp.connections > connections));
    expect((await activityOf(ana))[0]).toMatchObject({ kind: 'NEW_DEVICE', mail: 'QUEUED' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;

    // The mail server is well again; whoever takes over must not speak to it about this mail.
    smtp.replies = {};
    stand.clock.set(new Date(machineTime().getTime() + 31_000));
    const { dataSource } = stand.app;
    await stand.app.jobs.start();
    await until(async () => (await activityOf(ana))[0].mail === 'UNKNOWN');
    await until(async () => (await dataSource.query('select 1 from graphile_worker.jobs')).length === 0);
    expect(await activityOf(ana)).toHaveLength(told + 1);
    expect(smtp.connections).toBe(connections + 1);
    expect(smtp.received.length).toBe(silentAt === 'text' ? texts + 1 : texts);
  },
);
