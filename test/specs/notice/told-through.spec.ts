import { requireAccount } from '../../meta/src/seed.ts';
import { activityOf } from '../../stand/activity';
import { CONFIRM } from '../../stand/confirmed';
import { askForEmail, openChange } from '../../stand/email-change';
import { HeardMails, linkOf } from '../../stand/heard-mails';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { rowIdOf } from '../../stand/snapshot';
import { A_MONDAY, Stand } from '../../stand/stand';

jest.setTimeout(90_000);

const DAY = 86_400_000;
const LIMIT = { points: 100, perSeconds: 3600 };
let stand: Stand;
let mails: HeardMails;
let pair: Pair;
beforeEach(async () => {
  mails = new HeardMails();
  stand = await Stand.open({ overrides: { mailer: mails }, limits: { resetMailPerIp: LIMIT } });
  pair = await givenPair(stand, { analytics: false });
  for (const person of [pair.ana, pair.bea]) {
    await person.execute('mutation { sendConfirmationMail { userErrors { message } } }');
    await stand.drain();
    const token = linkOf(mails.to(person.email).at(-1))?.hash.slice(1) ?? '';
    const { data } = await person.execute(CONFIRM, { input: { token } });
    expect(data.confirmEmail.userErrors).toEqual([]);
  }
  // Midday in Auckland is the evening before in Europe: whose clock a mail follows is seen by its date.
  await pair.ana.execute(
    'mutation { changeTimeZone(input: { timeZone: "Pacific/Auckland" }) { userErrors { message } } }',
  );
  mails.heard.length = 0;
});
afterEach(() => stand.close());

const secondBrowser = async (person: Person): Promise<Person> => {
  const browser = stand.visitor();
  browser.email = person.email;
  await browser.signIn(person.password);
  return browser;
};
/** Signed in again, in the browser that the account knows. */
const feedOf = async (person: Person) => {
  await person.signIn();
  return activityOf(person);
};
const minutesPass = async (minutes: number) => {
  for (let passed = 0; passed < minutes; passed += 5) {
    stand.clock.advance({ minutes: 5 });
    await stand.drain();
  }
};
const deadAccess = async () => {
  stand.sandbox.endTokens(ANAS, 'password_changed');
  stand.clock.advance({ minutes: 6 });
  await pair.ana.signIn();
  await pair.ana.syncNow(pair.connection);
  await minutesPass(60);
};

it('access that ends is told 14, 7, 3 and 1 days before and when it has, each once, by mail and in Activity', async () => {
  stand.sandbox.plantFault({ route: 'refresh', account: ANAS, code: 100, times: null });
  const told: [day: number, subject: string][] = [];
  for (let half = 1; half <= 122; half += 1) {
    stand.clock.advance({ hours: 12 });
    // Jobs repeat, and several look at the same time.
    await stand.run('find-due-renewals', 'warn-of-ending-access', 'warn-of-ending-access');
    for (const { subject, at } of mails.to(pair.ana.email).slice(told.length))
      told.push([Math.floor((at.getTime() - A_MONDAY.getTime()) / DAY), subject]);
  }
  expect(told).toEqual([
    [46, 'Access to Instagram ends in 14 days'],
    [53, 'Access to Instagram ends in 7 days'],
    [57, 'Access to Instagram ends in 3 days'],
    [59, 'Access to Instagram ends in 1 day'],
    [60, 'An Instagram connection has to be connected again'],
  ]);
  for (const letter of mails.to(pair.ana.email)) {
    expect(linkOf(letter)?.href).toBe(`${stand.url}/integrations#${pair.connection}`);
    // A minute less than sixty days after Mon 23 Nov, 18:00 UTC.
    expect(letter.text).toContain('on Sat 23 Jan 2027, 06:59 (Pacific/Auckland)');
  }
  expect((await feedOf(pair.ana)).map(({ kind, daysLeft, mail }) => [kind, daysLeft, mail])).toEqual([
    ['RECONNECT_NEEDED', null, 'SENT'],
    ['ACCESS_ENDING', 1, 'SENT'],
    ['ACCESS_ENDING', 3, 'SENT'],
    ['ACCESS_ENDING', 7, 'SENT'],
    ['ACCESS_ENDING', 14, 'SENT'],
  ]);
  const [entry] = await activityOf(pair.ana);
  expect(entry).toMatchObject({ connection: { id: pair.connection, username: ANAS }, seen: false });
  expect(await feedOf(pair.bea)).toEqual([]);
  expect(mails.to(pair.bea.email)).toEqual([]);
});

it('access that Instagram ended is told once it is confirmed, and leads to the very card', async () => {
  await deadAccess();
  expect((await pair.ana.connections())[0].status).toBe('RECONNECT_NEEDED');
  await minutesPass(60);
  const [letter, ...others] = mails.to(pair.ana.email);
  expect(others).toEqual([]);
  expect(letter?.subject).toBe('An Instagram connection has to be connected again');
  expect(linkOf(letter)?.href).toBe(`${stand.url}/integrations#${pair.connection}`);
  expect(letter?.text).toMatch(/ended on Tue 24 Nov 2026, 07:\d\d \(Pacific\/Auckland\)/);
  expect(await activityOf(pair.ana)).toEqual([
    expect.objectContaining({
      kind: 'RECONNECT_NEEDED',
      connection: { id: pair.connection, username: ANAS },
      mail: 'SENT',
    }),
  ]);
  expect(await feedOf(pair.bea)).toEqual([]);
  expect(mails.to(pair.bea.email)).toEqual([]);
});

/** What makes each kind happen. */
const HAPPENINGS: Readonly<Record<string, () => Promise<unknown>>> = {
  ACCESS_ENDING: async () => {
    const now = stand.clock.now().getTime();
    const { dataSource } = stand.app;
    const id = rowIdOf(pair.connection);
    await dataSource.query('update instagram_connection set token_expires_at = $1 where id = $2', [
      new Date(now + 5 * DAY),
      id,
    ]);
    await dataSource.query('update token_renewal set attempts = 3 where connection_id = $1', [id]);
    await stand.run('warn-of-ending-access');
  },
  RECONNECT_NEEDED: deadAccess,
  REMOVED_AT_INSTAGRAM: () => stand.sandbox.sendCallback('deauthorize', { account: ANAS }),
  NEW_DEVICE: () => secondBrowser(pair.ana),
  DELETION_COMPLETED: () => pair.ana.disconnect(pair.connection),
};
const PREFER = `mutation ($input: SetNotificationPreferenceInput!) {
  setNotificationPreference(input: $input) { userErrors { message } }
}`;

it.each(Object.entries(HAPPENINGS))(
  '%s is mailed unless it was switched off, and then stands in Activity alone',
  async (kind, happen) => {
    await pair.ana.execute(PREFER, { input: { kind, mailed: false } });
    await happen();
    await stand.drain();
    expect(mails.to(pair.ana.email)).toEqual([]);
    expect(await feedOf(pair.ana)).toEqual([expect.objectContaining({ kind, mail: 'NONE' })]);
    const { data } = await pair.ana.execute('{ viewer { notificationPreferences { kind mailed } } }');
    const off = data.viewer.notificationPreferences.filter(({ mailed }: { mailed: boolean }) => !mailed);
    expect(off).toEqual([{ kind, mailed: false }]);
  },
);

/** What of these texts stands in what. */
const found = (texts: readonly string[], secrets: readonly string[]): string[] =>
  secrets.filter((secret) => texts.some((text) => text.includes(secret)));

it('no mail of any kind holds a token, a code, an id of Meta’s, a name or an address; its HTML says no more than its text', async () => {
  const { ana, bea } = pair;
  const all = [];
  for (const kind of ['ACCESS_ENDING', 'RECONNECT_NEEDED', 'REMOVED_AT_INSTAGRAM', 'DELETION_COMPLETED'])
    all.push(await HAPPENINGS[kind]?.().then(() => stand.drain()));
  const [{ confirmationCode, receipt }] = await ana.deletionRequests();
  const browser = await secondBrowser(ana);
  await ana.execute(
    'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { message } } }',
    { input: { email: ana.email } },
  );
  await stand.drain();
  await ana.signIn();
  for (const email of [bea.email, 'new@example.com']) {
    await askForEmail(ana, email);
    await stand.drain();
    stand.clock.advance({ seconds: 1 });
  }
  await openChange(stand, linkOf(mails.to('new@example.com')[0])?.hash.slice(1) ?? '');
  ana.email = 'new@example.com';
  await ana.execute(
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { message } } }',
    {
      input: { currentPassword: ana.password, newPassword: 'harbour kite 7' },
    },
  );
  await stand.drain();
  expect(mails.heard.map(({ subject }) => subject).sort()).toEqual([
    'Access to Instagram ends in 5 days',
    'An Instagram connection has to be connected again',
    'Choose a new password',
    'Confirm your new email address',
    'Instagram data was deleted',
    'New sign-in with a browser',
    'SocioGenie was removed at Instagram',
    'This address has a SocioGenie account already',
    'Your email address was changed',
    'Your password was changed',
  ]);

  const { appScopedId, professionalId, exchangeId, name } = requireAccount(ANAS);
  const links = mails.heard
    .map((letter) => linkOf(letter)?.hash.slice(1) ?? '')
    .filter((hash) => hash.length === 43);
  const secrets = [
    ...[
      ANAS,
      BEAS,
      name,
      appScopedId,
      professionalId,
      exchangeId,
      'IGAA',
      confirmationCode,
      receipt ?? 'no receipt',
    ],
    ...[ana.sessionId ?? '', browser.sessionId ?? '', ana.password, 'harbour kite', '127.0.0.1'],
    ...['ana@example.com', 'new@example.com', bea.email],
  ];
  expect(secrets.every((secret) => secret.length >= 4)).toBe(true);
  const said = mails.heard.flatMap(({ subject, text, html }) => [subject, text, html]);
  expect(found(said, secrets)).toEqual([]);
  expect(found([`${said[0]} ${appScopedId}`], secrets)).toEqual([appScopedId]);
  // Two links hold a token, each its own and nowhere else; every other leads to a page of ours.
  expect(links).toHaveLength(2);
  for (const token of links) expect(said.filter((text) => text.includes(token))).toHaveLength(2);
  for (const { subject, text, html } of mails.heard) {
    const addresses = html.match(/(?:href|src)="[^"]*"/g) ?? [];
    expect(addresses).toEqual([`href="${linkOf({ text } as never)?.href}"`]);
    expect(html).not.toMatch(/<(?:img|script|link|style|iframe|form)/);
    const paragraphs = text.split('\n\n').map((part) => wordsOf(part.replace(/:\nhttps?:\S+$/, '')));
    const rest = [subject, ...paragraphs.slice(1)].reduce(
      (left, part) => (part === '--' ? left : left.replace(part, '')),
      wordsOf(
        html
          .slice(html.indexOf('<body'))
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll('&quot;', '"'),
      ),
    );
    expect([subject, rest.trim()]).toEqual([subject, 'SocioGenie']);
  }
});

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
