import { ConnectionErasure } from '../../../server/src/features/connection';
import { Renewing } from '../../stand/renewing';

const NOW = new Date('2026-11-23T20:00:00.000Z');
const DAY = 86_400_000;

let stand: Renewing;
let id: string;
beforeAll(async () => {
  stand = await Renewing.open(NOW, 10);
});
afterAll(() => stand.close());
beforeEach(async () => {
  stand.clock.set(NOW);
  stand.calls = 0;
  id = await stand.givenConnection();
});

describe('ten workers that meet one token', () => {
  it('ask Instagram once, also while it takes a minute to answer, and store what it says', async () => {
    const first = stand.workers.map((worker) => stand.renew(id, worker));
    await stand.asked();
    stand.clock.advance({ seconds: 60 });
    const later = await Promise.all(stand.workers.map((worker) => stand.renew(id, worker)));
    expect(new Set(later)).toEqual(new Set(['not-due']));
    stand.answer();
    expect((await Promise.all(first)).sort()).toEqual([...Array(9).fill('not-due'), 'renewed']);
    expect(stand.calls).toBe(1);
    expect(await stand.token(id)).toBe('IGAAfresh');
    const [row] = await stand.dataSource.query('select * from instagram_connection where id = $1', [id]);
    // The life counts from when we asked, not from when the answer came.
    expect(row.token_expires_at).toEqual(new Date(NOW.getTime() + 60 * DAY));
    expect(row.token_refreshed_at).toEqual(stand.clock.now());
    expect(await Promise.all(stand.workers.map((worker) => stand.renew(id, worker)))).toEqual(
      Array(10).fill('not-due'),
    );
    expect(await stand.renewal(id)).toMatchObject({ lease_id: null, attempts: 0 });
  });

  it('hold no transaction and lock no row while Instagram thinks', async () => {
    const renewal = stand.renew(id);
    await stand.asked();
    const open = await stand.dataSource.query(
      `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    await stand.dataSource.query('select 1 from instagram_connection where id = $1 for update nowait', [id]);
    await stand.dataSource.query('select 1 from token_renewal where connection_id = $1 for update nowait', [
      id,
    ]);
    expect(open).toEqual([]);
    stand.answer();
    await renewal;
  });

  it('go on after one of them died: its lease runs out, and its late answer is not stored', async () => {
    const dead = stand.renew(id);
    await stand.asked();
    stand.clock.advance({ seconds: 179 });
    expect(await stand.renew(id)).toBe('not-due');
    stand.clock.advance({ seconds: 1 });
    const next = stand.renew(id, stand.workers[1]);
    await stand.asked(2);
    stand.answer();
    expect([await dead, await next]).toEqual(['superseded', 'renewed']);
  });
});

describe('what comes between, while Instagram thinks', () => {
  const erasure = () => new ConnectionErasure(stand.vault, null as never, '1234567890');
  const tables = ['token_renewal', 'connection_check', 'instagram_connection'];
  const rows = () =>
    Promise.all(
      tables.map((table) =>
        stand.dataSource.query(`select * from ${table} t where t::text like $1`, [`%${id}%`]),
      ),
    );

  it.each<[string, () => Promise<unknown>]>([
    [
      'a deletion',
      () =>
        stand.dataSource.transaction(async (tx) => {
          const [{ account_id: owner }] = await tx.query(
            'select account_id from instagram_connection where id = $1',
            [id],
          );
          const subject = await erasure().lockOwn(tx, owner, id);
          if (subject === null) throw new Error('there is nothing to cut');
          await erasure().cut(tx, subject, NOW);
        }),
    ],
    [
      'a deauthorization',
      () =>
        stand.dataSource.transaction(async (tx) => {
          await stand.vault.destroyKeys(tx, id, ['token']);
          await tx.query(
            'update instagram_connection set token_sealed = null, token_expires_at = null, deauthorized_at = $2 where id = $1',
            [id, NOW],
          );
        }),
    ],
    [
      'a new grant',
      () => stand.dataSource.query('update instagram_connection set generation = 2 where id = $1', [id]),
    ],
  ])('%s waits for nothing, and nothing is stored after it', async (_name, between) => {
    const renewal = stand.renew(id);
    await stand.asked();
    await between();
    const before = await rows();
    stand.answer();
    expect(await renewal).toBe('superseded');
    expect(await rows()).toEqual(before);
  });

  it('nor is a failure noted on what is gone', async () => {
    const renewal = stand.renew(id);
    await stand.asked();
    await stand.dataSource.query('update instagram_connection set cut_at = $2 where id = $1', [id, NOW]);
    const before = await rows();
    stand.answer({ ok: false, refusal: { kind: 'token-rejected', code: 190, subcode: 460 } });
    expect(await renewal).toBe('superseded');
    expect(await rows()).toEqual(before);
  });
});

it.each([
  ['cut', 'cut_at = $2'],
  ['deauthorized', 'deauthorized_at = $2'],
  ['ended', 'token_expires_at = $2'],
  ['of another app', "app_id = '99', checked_at = $2"],
])('what is %s is not renewed', async (_name, change) => {
  await stand.dataSource.query(`update instagram_connection set ${change} where id = $1`, [id, NOW]);
  expect(await stand.renew(id)).toBe('not-due');
  expect(stand.calls).toBe(0);
});
