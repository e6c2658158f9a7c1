import { activityOf } from '../../stand/activity';
import { CONFIRM } from '../../stand/confirmed';
import type { Person } from '../../stand/person';
import { type SmtpReply, SmtpServer, type SmtpStep } from '../../stand/smtp-server';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let smtp: SmtpServer;
let stand: Stand;
let ana: Person;
beforeEach(async () => {
  smtp = await SmtpServer.open();
  stand = await Stand.open({
    env: { SMTP_URL: smtp.url, MAIL_FROM: 'SocioGenie <mail@sociogenie.example>' },
  });
  ana = await stand.givenAccount('ana@example.com');
  await stand.drain();
  const [, token = ''] = /verify-email#([\w-]{43})/.exec(inClear(smtp.received[0])) ?? [];
  await ana.execute(CONFIRM, { input: { token } });
  smtp.received.length = 0;
});
afterEach(async () => {
  await stand.close();
  await smtp.close();
});

/** A text without the soft breaks and escapes of quoted-printable. */
const inClear = (text = ''): string =>
  text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
const messageIdOf = (text = ''): string => /^Message-ID: (.*)$/im.exec(text)?.[1] ?? '';

/** Something happens that Ana is mailed about. */
async function newDevice(): Promise<void> {
  const browser = stand.visitor();
  browser.email = ana.email;
  await browser.signIn();
}
/** Runs what is due now, and whatever the next days make due. */
async function letDaysPass(): Promise<void> {
  await stand.drain();
  for (let hour = 0; hour < 30; hour += 1) {
    stand.clock.advance({ hours: 1 });
    await stand.drain();
  }
}
const mailState = async (): Promise<string> => (await activityOf(ana))[0].mail;

it('sends plain text and HTML that say the same, from and to whom it should, with nothing to load and nobody told', async () => {
  await newDevice();
  await stand.drain();
  const [text = ''] = smtp.received;
  expect(text).toMatch(/^From: SocioGenie <mail@sociogenie\.example>$/m);
  expect(text).toMatch(/^To: ana@example\.com$/m);
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(messageIdOf(text)).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  expect(text).toMatch(/Content-Type: text\/plain/);
  expect(text).toMatch(/Content-Type: text\/html/);
  expect(text).not.toMatch(/<img|<script|<link|src=/i);
  expect(await mailState()).toBe('SENT');
  const page = await fetch(`${stand.url}/dev/mail`, { headers: { accept: 'application/json' } });
  expect(page.status).toBe(404);
});

const CASES: readonly (readonly [SmtpStep, SmtpReply, 'again' | 'FAILED' | 'UNKNOWN'])[] = [
  ['greeting', 'hang-up', 'again'],
  ['greeting', '421 busy', 'again'],
  ['MAIL', '451 later', 'again'],
  ['RCPT', '450 later', 'again'],
  ['RCPT', '550 nobody of this name', 'FAILED'],
  ['DATA', '451 later', 'again'],
  ['DATA', '554 no', 'FAILED'],
  ['text', '554 no', 'FAILED'],
  ['text', '451 later', 'UNKNOWN'],
  ['text', 'hang-up', 'UNKNOWN'],
];
it.each(CASES)('at %s the server says "%s": %s', async (step, reply, then) => {
  await newDevice();
  smtp.replies = { [step]: reply };
  await stand.drain();
  const textsBefore = smtp.received.length;
  const connectionsBefore = smtp.connections;
  expect(await mailState()).toBe(then === 'again' ? 'QUEUED' : then);
  smtp.replies = {};
  await letDaysPass();
  await ana.signIn();
  expect(await activityOf(ana)).toHaveLength(1);
  if (then === 'again') {
    expect(await mailState()).toBe('SENT');
    expect([textsBefore, smtp.received.length]).toEqual([0, 1]);
  } else {
    expect(await mailState()).toBe(then);
    expect(smtp.connections).toBe(connectionsBefore);
  }
});

it('keeps trying for a day when nobody answers at the port, then gives up and says so', async () => {
  await newDevice();
  await smtp.close();
  await letDaysPass();
  await ana.signIn();
  expect(await mailState()).toBe('FAILED');
});

it('keeps one Message-ID over every try', async () => {
  await newDevice();
  const [{ id }] = await stand.app.dataSource.query("select id from mail where purpose = 'NOTICE'");
  smtp.replies = { RCPT: '450 later' };
  await stand.drain();
  smtp.replies = {};
  stand.clock.advance({ minutes: 6 });
  await stand.drain();
  expect(messageIdOf(smtp.received[0])).toBe(`<${id}@localhost>`);
});
