import { DATA_MAP } from '../../../server/src/data-map';
import { STORED_DATA } from '../../../server/src/edge/web/stored-data';
import { A_MONDAY, Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const DAY_MS = 24 * 3_600_000;
let stand: Stand;

beforeEach(async () => {
  stand = await Stand.open();
});
afterEach(() => stand.close());

const count = async (table: string, where = 'true'): Promise<number> => {
  const { dataSource } = stand.app;
  const [row] = await dataSource.query(`select count(*)::int as count from ${table} where ${where}`);
  return row.count;
};

/** Every line that ends by time, and the specs below that move the clock over it. */
const HELD_HERE = [
  'connect-attempt.expires_at',
  'connection-check.at',
  'connection-warning.told_at',
  'data-export.requested_at',
  'deauthorization.received_at',
  'deletion-ledger.expires_at',
  'deletion-record.completed_at',
  'development-mail.sent_at',
  'email-change.requested_at',
  'instagram-event.received_at',
  'known-device.last_used_at',
  'limit.expire',
  'mail.intended_at',
  'notice.told_at',
  'recipient-endpoint.ends_at',
  'request-digest.requested_at',
  'session.created_at',
  'session.last_used_at',
  'support-visit.looked_at',
  'tombstone.expires_at',
  // Both in specs/transfer/silence.spec.ts, to the second.
  'transfer-request.answer_by',
  'transfer-request.kept_at',
];

it('has a spec for every line', () => {
  const lines = DATA_MAP.retention.flatMap(({ name, limits = [] }) =>
    limits.map(({ column }) => `${name}.${column}`),
  );
  expect(lines.sort()).toEqual(HELD_HERE);
});

/** A row of each line that ends at a moment, and how to count it. */
const ROWS: Readonly<
  Record<string, { readonly days: number; readonly plant: (at: Date) => Promise<string> }>
> = {
  'connect-attempt.expires_at': {
    days: 1,
    plant: (at) =>
      insert('connect_attempt', {
        state_hash: bytes(),
        account_id: account(),
        session_hash: bytes(),
        comment_events: false,
        created_at: at,
        expires_at: at,
      }),
  },
  'deauthorization.received_at': {
    days: 90,
    plant: (at) => insert('deauthorization', { request_digest: bytes(), issued_at: at, received_at: at }),
  },
  'session.last_used_at': {
    days: 1,
    plant: (at) => insert('session', session({ created_at: at, last_used_at: at })),
  },
  'session.created_at': {
    days: 30,
    plant: (at) => insert('session', session({ created_at: at, last_used_at: stand.clock.now() })),
  },
  'tombstone.expires_at': {
    days: 0,
    plant: (at) => insert('tombstone', { epoch: 'old', mac: bytes(), not_before: at, expires_at: at }),
  },
  'deletion-ledger.expires_at': {
    days: 0,
    plant: (at) =>
      insert('ledger_entry', {
        ...{ id: crypto.randomUUID(), kind: 'deletion', body: '{}', made_at: at, expires_at: at },
        ...{ seq: Math.floor(Math.random() * 1e9), prev: bytes(), hash: bytes(), month: '2020-01' },
      }),
  },
  'instagram-event.received_at': {
    days: 30,
    plant: (at) =>
      insert('instagram_event', {
        ...{ id: crypto.randomUUID(), event_index: bytes(), kind: 'COMMENT', received_at: at },
        connection_id: connection(),
      }),
  },
  'limit.expire': {
    days: 0,
    plant: (at) => insert('rate_limit', { key: Math.random().toString(36), points: 1, expire: at.getTime() }),
  },
  'data-export.requested_at': {
    days: 7,
    plant: (at) =>
      insert('data_export', {
        id: crypto.randomUUID(),
        account_id: account(),
        requested_at: at,
        attempts: 1,
        connection_ids: [],
        percent: 0,
        ended_at: at,
        ending: 'failed',
      }),
  },
  'email-change.requested_at': {
    days: 1,
    // One an account: each row has an account of its own.
    plant: async (at) => {
      await stand.givenAccount();
      const [{ id }] = await stand.app.dataSource.query(
        'select id from account where id not in (select account_id from email_change) limit 1',
      );
      await stand.app.dataSource.query("insert into email_change values ($1, 'v1', $2)", [id, at]);
      return `account_id = '${id}'`;
    },
  },
  'known-device.last_used_at': {
    days: 365,
    plant: (at) =>
      insert('known_device', {
        device_hash: bytes(),
        account_id: account(),
        first_used_at: at,
        last_used_at: at,
      }),
  },
  'notice.told_at': {
    days: 365,
    plant: (at) =>
      insert('notice', {
        id: crypto.randomUUID(),
        account_id: account(),
        kind: 'PASSWORD_CHANGED',
        dedupe_key: bytes(),
        told_at: at,
      }),
  },
  'mail.intended_at': {
    days: 30,
    plant: (at) =>
      insert('mail', {
        id: crypto.randomUUID(),
        account_id: account(),
        purpose: 'CONFIRM_EMAIL',
        state: 'SENT',
        intended_at: at,
      }),
  },
  'development-mail.sent_at': {
    days: 7,
    plant: async (at) => {
      const id = crypto.randomUUID();
      await insert('mail', {
        ...{ id, account_id: account(), purpose: 'CONFIRM_EMAIL', state: 'SENT' },
        intended_at: stand.clock.now(),
      });
      return insert('development_mail', { mail_id: id, account_id: account(), sent_at: at });
    },
  },
  'support-visit.looked_at': {
    days: 365,
    plant: (at) =>
      insert('support_access', {
        id: crypto.randomUUID(),
        looked_at: at,
        operator: 'Rita',
        action: 'FIND_BY_CODE',
        account_id: account(),
      }),
  },
  'deletion-record.completed_at': {
    days: 730,
    plant: (at) => insert('deletion_request', request({ completed_at: at })),
  },
  'recipient-endpoint.ends_at': {
    days: 0,
    plant: async (at) => {
      const [id, request_id] = [crypto.randomUUID(), crypto.randomUUID()];
      await insert('deletion_request', { ...request({}), id: request_id });
      await insert('deletion_recipient', {
        ...{ id, request_id, connection_ids: [], endpoint_sealed: 'v1', attempts: 1, ends_at: at },
      });
      // The row stays with the record; where it was told does not.
      return `id = '${id}' and endpoint_sealed is not null`;
    },
  },
};

/** Rows of a connection that itself stays. */
const CONNECTION_ROWS: typeof ROWS = {
  'connection-check.at': {
    days: 90,
    plant: async (at) =>
      insert('connection_check', {
        id: crypto.randomUUID(),
        connection_id: await connectionId(),
        ...{ at, kind: 'CHECK', outcome: 'OK' },
      }),
  },
  'connection-warning.told_at': {
    days: 365,
    plant: async (at) =>
      insert('connection_warning', {
        connection_id: await connectionId(),
        ...{ generation: 1, kind: 'ACCESS_ENDING', rung: 14, about_at: at, told_at: at },
      }),
  },
};

async function connectionId(): Promise<string> {
  return (await stand.app.dataSource.query('select id from instagram_connection'))[0].id;
}

const bytes = () => Buffer.from(Array.from({ length: 32 }, () => Math.floor(Math.random() * 256)));
const account = () => Buffer.from('account');
const session = (times: object) => ({
  ...{ id: crypto.randomUUID(), id_hash: bytes(), account_id: account() },
  ...{ confirmed_at: A_MONDAY, ...times },
});
const connection = () => Buffer.from('connection');
const request = (times: object) => ({
  id: crypto.randomUUID(),
  code_hash: bytes(),
  source: 'META_CALLBACK',
  request_digest: bytes(),
  requested_at: A_MONDAY,
  access_withdrawal: 'NOT_ASKED',
  ...times,
});

/** One connection of the account, if there is none yet; its texts are never read. */
const A_CONNECTION = `insert into instagram_connection (id, account_id, app_id, generation, exchange_user_id_sealed,
    exchange_user_index, app_scoped_id_sealed, app_scoped_index, professional_id_sealed, professional_index,
    username_sealed, granted_permissions, connected_at, granted_at)
  select gen_random_uuid(), id, '1', 1, 'v1', 'x', 'v1', 'x', 'v1', 'x', 'v1', '{}', created_at, created_at from account
  where not exists (select 1 from instagram_connection)`;

/** Inserts a row and answers the condition that finds it. */
async function insert(table: string, values: Record<string, unknown>): Promise<string> {
  const { dataSource } = stand.app;
  if ('account_id' in values) values.account_id = (await dataSource.query('select id from account'))[0].id;
  if ('connection_id' in values) {
    await dataSource.query(A_CONNECTION);
    values.connection_id = (await dataSource.query('select id from instagram_connection'))[0].id;
  }
  const names = Object.keys(values);
  const [row] = await dataSource.query(
    `insert into ${table} (${names}) values (${names.map((_, index) => `$${index + 1}`)}) returning ctid::text`,
    Object.values(values),
  );
  return `ctid = '${row.ctid}'`;
}

it.each([...Object.entries(ROWS), ...Object.entries(CONNECTION_ROWS)])(
  '%s: what is just inside the limit stays, what is past it goes',
  async (name, { days, plant }) => {
    const person = await stand.givenAccount();
    if (name in CONNECTION_ROWS) await person.connect('studio_nord');
    const [line = ''] = name.split('.');
    const table = DATA_MAP.retention.find((one) => one.name === line)?.limits?.[0]?.table ?? '';
    const limit = stand.clock.now().getTime() - days * DAY_MS;
    const inside = await plant(new Date(limit + 1));
    const exactly = await plant(new Date(limit));
    const past = await plant(new Date(limit - 1));
    const left = () => Promise.all([inside, exactly, past].map((where) => count(table, where)));
    expect(await left()).toEqual([1, 1, 1]);
    await stand.run('tidy');
    expect(await left()).toEqual([1, 1, 0]);
    stand.clock.advance({ days: 0, seconds: 1 });
    await stand.run('tidy');
    expect(await left()).toEqual([0, 0, 0]);
  },
);

it('forgets a job that failed for good thirty days after its last attempt, and no other', async () => {
  const limit = stand.clock.now().getTime() - 30 * DAY_MS;
  const jobs = { inside: limit, past: limit - 1, waiting: limit - 1 };
  for (const [key, at] of Object.entries(jobs)) {
    await stand.app.dataSource.query(
      "select graphile_worker.add_job('nobody', job_key => $1, run_at => $2::timestamptz)",
      [key, new Date(at).toISOString()],
    );
  }
  await stand.app.dataSource.query(
    "update graphile_worker._private_jobs set attempts = max_attempts where key in ('inside', 'past')",
  );
  await stand.run('tidy');
  const left = await stand.app.dataSource.query(
    "select key from graphile_worker.jobs where task_identifier = 'nobody' order by 1",
  );
  expect(left).toEqual([{ key: 'inside' }, { key: 'waiting' }]);
});

it('works off more than one statement removes', async () => {
  await stand.app.dataSource.query(
    `insert into rate_limit (key, points, expire) select 'old-' || n, 1, 1 from generate_series(1, 10001) n`,
  );
  await stand.run('tidy');
  expect(await count('rate_limit', "key like 'old-%'")).toBe(0);
});

it('is told on the public pages as it is held', async () => {
  const page = await (await stand.visitor().fetch('/privacy')).text();
  for (const { until } of [...STORED_DATA.instagram, ...STORED_DATA.account])
    expect(page.replaceAll('&#x27;', "'")).toContain(until);
  expect(page).toContain('730 days after the deletion was completed');
  expect(page).toContain('90 days after');
});
