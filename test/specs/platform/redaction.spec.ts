import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/src/platform/database/embedded';
import { createLog, type Log } from '../../../server/src/platform/log';
import { CALLBACK_ROUTES, post, postSigned, signBytes, unixSeconds } from '../../stand/callbacks';
import { ANAS } from '../../stand/pair';
import { consent, type Person } from '../../stand/person';
import { formsOf } from '../../stand/scan';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let folder: string;
let postgres: EmbeddedPostgres;
let log: Log;
let stand: Stand;
let ana: Person;
/** Everything that is written to standard output or error by the server's own process. */
let printed = '';
const restore: (() => void)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-redaction-'));
  log = createLog({ write: (line) => appendFileSync(join(folder, 'server.log'), line) });
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
      printed += String(chunk);
      return write(chunk, ...rest);
    }) as typeof stream.write;
    restore.push(() => {
      stream.write = write;
    });
  }
  postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  stand = await Stand.open({ on: { dataDir: folder, databaseUrl: postgres.url }, overrides: { log } });
  stand.sandbox.vary({ exchangeIdentity: 'separate' });
});
afterAll(async () => {
  for (const back of restore) back();
  await stand?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A value that goes in somewhere, by the place; it must come out in no log. */
const canaries = new Map<string, string>();
/** Those that nobody who asks may see either: what Instagram said, and secrets. */
const hidden = new Set<string>();
function canary(place: string, { secret = false } = {}): string {
  const text = `canary${Math.random().toString(36).slice(2, 12)}`;
  canaries.set(place, text);
  if (secret) hidden.add(place);
  return text;
}

const answers: string[] = [];
async function ask(person: Person, path: string, init: RequestInit = {}): Promise<number> {
  const response = await person.fetch(path, init);
  answers.push([...response.headers].join('\n'), await response.text());
  return response.status;
}
async function execute(query: string, variables: Record<string, unknown> = {}): Promise<void> {
  answers.push(JSON.stringify(await ana.execute(query, variables)));
}

const logs = () => ({
  'the server’s log': readFileSync(join(folder, 'server.log'), 'utf8'),
  'PostgreSQL’s log': readFileSync(join(folder, 'postgres.log'), 'utf8'),
  'standard output': printed,
});

/** Where any of the canaries, or anything that Instagram handed out, is told. */
function told(): string[] {
  const needles = new Map(canaries);
  for (const [index, text] of stand.sandbox.handedOut().entries())
    needles.set(`token or code ${index}`, text);
  for (const account of stand.sandbox.accounts().filter(({ username }) => username === ANAS)) {
    for (const id of [account.appScopedId, account.professionalId, account.exchangeId]) needles.set(id, id);
    needles.set('username', account.username);
  }
  return Object.entries(logs()).flatMap(([where, text]) =>
    [...needles]
      .filter(([, needle]) =>
        Object.values(formsOf(needle)).some((form) => text.includes(form.toString('latin1'))),
      )
      .map(([place]) => `${place} is in ${where}`),
  );
}

it('finds what is there: a planted line in each log', async () => {
  const planted = canary('planted');
  log.info('planted', { planted });
  await stand.app.dataSource.query(`do $$ begin raise log '%', '${planted}'; end $$`);
  process.stdout.write(`${planted}\n`);
  expect(told()).toEqual(Object.keys(logs()).map((where) => `planted is in ${where}`));
  canaries.delete('planted');
});

it('holds what people type: to sign up, to sign in, in GraphQL, in addresses and headers', async () => {
  ana = stand.visitor();
  await ana.signUp({
    email: `${canary('email')}@example.com`,
    password: canary('password', { secret: true }),
  });
  await stand
    .visitor()
    .signUp({ email: ana.email, password: canary('password of a taken email', { secret: true }) });
  await stand.visitor().signUp({ email: canary('no email'), timeZone: canary('time zone') });
  await ana.signIn(canary('wrong password', { secret: true }));
  await execute(`{ ${canary('unknown field')} }`);
  await execute('query ($id: ID!) { node(id: $id) { id } }', { id: canary('node id') });
  await execute('query ($id: ID!) { node(id: $id) { id } }', {
    id: { a: canary('variable of a wrong type') },
  });
  await execute(
    'mutation ($i: DisconnectInstagramInput!) { disconnectInstagram(input: $i) { userErrors { message } } }',
    {
      i: { connectionId: `conn_${canary('connection id')}` },
    },
  );
  await ask(ana, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{${canary('broken JSON')}`,
  });
  await ask(ana, `/deletion-status/${canary('code')}`);
  await ask(ana, `/deletion-status?code=${canary('code in a form')}`);
  await ask(ana, `/${canary('path')}?q=${canary('query')}`);
  await ask(ana, `/%ff${canary('undecodable path')}`);
  await ask(stand.visitor(), '/privacy', {
    headers: {
      cookie: `sid=${canary('cookie', { secret: true })}`,
      'user-agent': canary('user agent'),
      'x-forwarded-for': canary('forwarded for'),
      'x-request-id': canary('request id'),
      authorization: `Bearer ${canary('bearer', { secret: true })}`,
      referer: `http://x/${canary('referer')}`,
    },
  });
  expect(told()).toEqual([]);
});

it('holds what comes to the callbacks, genuine, forged and broken', async () => {
  const issued = unixSeconds(stand.clock.now());
  for (const route of CALLBACK_ROUTES) {
    await post(stand, route, `signed_request=${canary(`forged at ${route}`)}`);
    await post(stand, route, `${canary(`field at ${route}`)}=1`);
    await post(stand, route, canary(`body at ${route}`), { 'content-type': canary(`type at ${route}`) });
    const digits = `3${Math.random().toString().slice(2, 17).padEnd(15, '7')}`;
    canaries.set(`user id at ${route}`, digits);
    const payload = {
      user_id: digits,
      algorithm: 'HMAC-SHA256',
      issued_at: issued,
      [canary(`key at ${route}`)]: 1,
    };
    const { status } = await postSigned(
      stand,
      route,
      signBytes(JSON.stringify(payload), stand.sandbox.app.secret),
    );
    expect(status).toBe(200);
    await postSigned(
      stand,
      route,
      signBytes(`{"user_id":"${canary(`bad payload at ${route}`)}"`, stand.sandbox.app.secret),
    );
  }
  const back = ['state', 'code', 'error', 'error_description'].map(
    (name) => `${name}=${canary(`${name} of the return`)}`,
  );
  await ask(ana, `/meta/oauth/callback?${back.join('&')}`);
  canaries.set('app secret', stand.sandbox.app.secret);
  expect(told()).toEqual([]);
});

describe('holds what Instagram answers', () => {
  const replies = (route: string) => [
    { status: 500, html: `<p>${canary(`page of ${route}`, { secret: true })}</p>` },
    { status: 200, html: `{"data":"${canary(`shape of ${route}`, { secret: true })}"}` },
    { status: 200, html: `{${canary(`broken JSON of ${route}`, { secret: true })}` },
    { status: 400, code: 100, message: canary(`message of ${route}`, { secret: true }) },
  ];

  it.each(['exchange', 'long_lived', 'profile'] as const)(
    'when %s goes wrong in a connect',
    async (route) => {
      for (const reply of replies(route)) {
        stand.sandbox.plantFault({ route, ...reply });
        const returned = new URL(await consent(await ana.startConnect(), ANAS));
        await ask(ana, `${returned.pathname}${returned.search}`);
      }
      expect(told()).toEqual([]);
    },
  );

  it('when numbers and withdrawing go wrong', async () => {
    const connection = await ana.givenConnection(ANAS);
    for (const route of ['insights', 'profile'] as const) {
      for (const reply of replies(`${route} of a sync`)) {
        stand.sandbox.plantFault({ route, times: null, ...reply });
        stand.clock.advance({ minutes: 20 });
        await ana.syncNow(connection);
        await stand.drain();
        stand.sandbox.clearFaults();
      }
    }
    for (const route of ['unsubscribe', 'revoke'] as const) {
      for (const reply of replies(route)) {
        stand.sandbox.plantFault({ route, ...reply });
        const again = (await ana.connect(ANAS)).connectionId ?? '';
        answers.push(JSON.stringify(await ana.disconnect(again)));
        await stand.drain();
        stand.sandbox.clearFaults();
      }
    }
    expect(told()).toEqual([]);
  });
});

it('holds what a statement carried when the database refuses it', async () => {
  const { dataSource } = stand.app;
  const refusals = [
    [
      'alter table account rename column time_zone to zone',
      'alter table account rename column zone to time_zone',
    ],
    [
      "alter table account add constraint no check (time_zone <> 'Europe/Berlin') not valid",
      'alter table account drop constraint no',
    ],
  ] as const;
  for (const [index, [refuse, mend]] of refusals.entries()) {
    await dataSource.query(refuse);
    const answer = await stand.visitor().signUp({
      email: `${canary(`email of refusal ${index}`)}@example.com`,
      password: canary(`password of refusal ${index}`, { secret: true }),
    });
    expect(answer.errors[0].extensions.code).toBe('INTERNAL');
    answers.push(JSON.stringify(answer));
    await dataSource.query(mend);
  }
  expect(logs()['the server’s log']).toContain('graphql.failed');
  expect(logs()['PostgreSQL’s log']).toMatch(/ERROR: {2}new row for relation "account" violates check/);
  expect(told()).toEqual([]);
});

it('answers nobody with a secret, or with what Instagram said', () => {
  expect(hidden.size).toBeGreaterThan(20);
  expect(answers.length).toBeGreaterThan(20);
  const shown = [...hidden].filter((place) =>
    answers.some((answer) => answer.includes(canaries.get(place) ?? '')),
  );
  expect(shown).toEqual([]);
});

it.each(
  Object.entries({
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_lock_waits: 'off',
    log_temp_files: '-1',
    log_connections: '',
    track_activity_query_size: '100B',
    shared_preload_libraries: '',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    fsync: 'on',
    data_checksums: 'on',
    archive_mode: 'off',
    wal_level: 'minimal',
    max_wal_size: '64MB',
  }),
)('PostgreSQL runs with %s = %s', async (name, value) => {
  const [row] = await stand.app.dataSource.query('select current_setting($1) as value', [name]);
  expect(row.value).toBe(value);
});
