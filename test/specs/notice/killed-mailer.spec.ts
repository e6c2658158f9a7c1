import type { ChildProcess } from 'node:child_process';
import { activityOf } from '../../stand/activity';
import { CONFIRM } from '../../stand/confirmed';
import type { Person } from '../../stand/person';
import { buildServer, machineTime, spawnWorker, until } from '../../stand/process/worker-process';
import { SmtpServer } from '../../stand/smtp-server';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let smtp: SmtpServer;
let stand: Stand;
let ana: Person;
let worker: ChildProcess | undefined;
beforeAll(buildServer);
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

    const child = spawnWorker(stand);
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
