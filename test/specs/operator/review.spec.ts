import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { selfTest } from '../../../server/src/edge/cli/review/self-test';
import { createHttpClient } from '../../../server/src/platform/http';
import { connectWithComments } from '../../stand/events';
import { operate } from '../../stand/operator';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;
let working: NodeJS.Timeout;
beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  // A worker, as there is one beside a real command.
  working = setInterval(() => void stand.drain().catch(() => {}), 300);
});
afterAll(async () => {
  clearInterval(working);
  await stand.drain();
  await stand.close();
});

const review = (...words: string[]) => operate(stand, 'review', ...words);
/** The lines of one permission. */
const about = (output: string, scope: string) =>
  output.split('\n\n').find((part) => part.includes(scope)) ?? '';

it('maps each permission to screen, call and the day of its last use, and warns of what nothing uses', async () => {
  const { code, output } = await review('--without-callbacks');
  expect(code).toBe(0);
  expect(about(output, 'instagram_business_basic')).toMatch(
    /granted by 2\)\n {2}GET \/me .*\/integrations: .*last used 2026-11-23/,
  );
  expect(about(output, 'instagram_business_basic')).not.toContain('!');
  expect(about(output, 'manage_insights')).toMatch(
    /metric_type=total_value .*\/analytics: .*last used 2026-11-23/,
  );
  expect(about(output, 'content_publish')).toContain(
    '! Every connect asks for it, and nothing in this version uses it',
  );
  expect(about(output, 'manage_comments')).toContain('granted by 0');
  expect(output).toContain('Callbacks: not tried.');
});

it('keeps of a use its day alone', async () => {
  expect(
    await stand.app.dataSource.query(
      'select operation, last_used_on::text as day from permission_use order by operation',
    ),
  ).toEqual(['dailyReach', 'dayTotals', 'profile'].map((operation) => ({ operation, day: '2026-11-23' })));
});

it('sends what Meta would send, shows each reply, and leaves a request about nobody', async () => {
  const others = await snapshot(stand.app.dataSource);
  const { code, output } = await review();
  expect(output.match(/^ {2}ok .*/gm)?.map((line) => line.replace(/, \d+ ms/, ''))).toEqual([
    `  ok   Deauthorize callback: POST ${stand.url}/meta/deauthorize, 200`,
    `  ok   Data deletion callback: POST ${stand.url}/meta/data-deletion, 200`,
    expect.stringMatching(
      /^ {2}ok {3}Status page of that deletion: GET .*\/deletion-status\/[A-Z2-7]{26}, 200$/,
    ),
    `  ok   Forged deletion, which must be refused: POST ${stand.url}/meta/data-deletion, 400`,
    `  ok   Webhooks: challenge: GET ${stand.url}/meta/webhooks, 200`,
  ]);
  expect(output).toContain('confirmation_code');
  expect(output).toContain('PUBLIC_URL is not https');
  expect(output).not.toContain(stand.env.META_WEBHOOK_VERIFY_TOKEN);
  expect(output).not.toContain(stand.env.INSTAGRAM_APP_SECRET);
  expect(code).toBe(0);
  const [request] = await stand.app.dataSource.query(
    `select count(*)::int as requests, count(completed_at)::int as completed,
       (select count(*)::int from deletion_subject) as subjects from deletion_request`,
  );
  expect(request).toEqual({ requests: 1, completed: 1, subjects: 0 });
  const after = await snapshot(stand.app.dataSource);
  const changed = Object.keys(after).filter((table) => after[table] !== others[table]);
  // What the page says that a run leaves, and nothing else: no account, connection, number or event has changed.
  expect(changed.sort()).toEqual([
    ...['public.deauthorization', 'public.deletion_request', 'public.ledger_entry', 'public.ledger_head'],
    ...['public.receipt', 'public.tombstone'],
  ]);
  expect(await pair.ana.connections()).toMatchObject([{ status: 'ACTIVE' }]);
});

it('writes its page anew with each run, for the operator alone', async () => {
  const file = join(stand.env.DATA_DIR ?? '', 'app-review.html');
  const { output } = await review('--without-callbacks');
  expect(output).toContain(`The page: ${pathToFileURL(file).href}`);
  expect(readFileSync(file, 'utf8')).toContain('The callbacks were not tried.');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await review();
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('5 requests sent, each answered as it should be.');
  expect(page).toContain('One deletion request about nobody');
  expect(page).not.toContain(stand.env.META_WEBHOOK_VERIFY_TOKEN);
});

it('writes a page that loads nothing, and never over another file', async () => {
  const file = join(stand.env.DATA_DIR ?? '', 'review.html');
  expect(await review('--without-callbacks', '--to', file)).toMatchObject({ code: 0 });
  const page = readFileSync(file, 'utf8');
  expect(page).toMatch(/^<!doctype html><html lang="en">/);
  expect(page).toContain('<th scope="row">GET /me</th>');
  expect(page).not.toMatch(/<script|<link|src=|href=|url\(/);
  const again = await review('--without-callbacks', '--to', file);
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('could not be written') });
  expect(readFileSync(file, 'utf8')).toBe(page);
});

it('counts comment events as the use of their permission', async () => {
  const connection = await connectWithComments(pair.ana, ANAS, { connectionId: pair.connection });
  await stand.drain();
  expect(connection).toBe(pair.connection);
  const before = about((await review('--without-callbacks')).output, 'manage_comments');
  expect(before).toMatch(
    /granted by 1\)[^!]*subscribed_apps .*last used 2026-11-23\n.*webhook field comments .*last used never/,
  );
  stand.clock.advance({ days: 1 });
  await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
  await stand.drain();
  const after = about((await review('--without-callbacks')).output, 'manage_comments');
  expect(after).toMatch(/webhook field comments .*last used 2026-11-24/);
});

describe('a server that is not ours in front', () => {
  let server: Server;
  let answer: (path: string) => { status: number; headers?: Record<string, string>; body?: string };
  const received: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      received.push(request.url ?? '');
      const { status, headers = {}, body = '' } = answer(request.url ?? '');
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const test = async () => {
    const http = createHttpClient({ totalMs: 5_000 });
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { review: desk } = stand.app.operator;
    const steps = await selfTest({ ...desk, publicUrl, http, patience: 1 });
    await http.close();
    return steps;
  };

  it('that redirects is not in order, and is not followed', async () => {
    received.length = 0;
    answer = (path) => ({ status: 301, headers: { location: `/elsewhere${path}` } });
    const steps = await test();
    expect(steps.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(steps[0]?.fix).toContain('redirects');
    expect(received.some((path) => path.startsWith('/elsewhere'))).toBe(false);
  });

  it('that says yes to everything is found out', async () => {
    answer = () => ({ status: 200, body: '<html>Welcome</html>' });
    const steps = await test();
    expect(steps.map(({ what, ok }) => `${what}: ${ok}`)).toEqual([
      'Deauthorize callback: true',
      'Data deletion callback: false',
      'Forged deletion, which must be refused: false',
      'Webhooks: challenge: false',
    ]);
  });

  it('that sends people to somebody else’s status page is not in order', async () => {
    const body = JSON.stringify({
      url: 'https://elsewhere.example/deletion-status/AB12',
      confirmation_code: 'AB12',
    });
    answer = () => ({ status: 200, body });
    expect((await test()).find(({ what }) => what === 'Data deletion callback')).toMatchObject({ ok: false });
  });
});
