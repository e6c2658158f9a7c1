import { createHash } from 'node:crypto';
import { policyHash } from '../../../server/src/data-map';
import { requestDeletion } from '../../stand/callbacks';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { check, claimsOf, downloadReceipt, publicKeys } from '../../stand/receipt';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
});
afterEach(() => stand.close());

const GENUINE = { signature: true, inclusion: true, checkpoint: true };
const MINUTE = '2026-11-23T18:00Z';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const outcomes = (claims: { categories: { name: string; outcome: string }[] }) =>
  Object.fromEntries(claims.categories.map(({ name, outcome }) => [name, outcome]));

async function disconnected(): Promise<string> {
  const answer = await pair.ana.disconnect(pair.connection);
  await stand.drain();
  return answer.data.disconnectInstagram.deletionStatus.confirmationCode;
}

describe('the receipt of a completed request', () => {
  it('can be checked by a stranger with the document and the published keys', async () => {
    const code = await disconnected();
    const document = await downloadReceipt(stand, code);
    expect(Object.keys(document)).toEqual(['receipt', 'salt', 'leafIndex', 'checkpoint', 'proof']);
    expect(check(document, await publicKeys(stand))).toEqual(GENUINE);
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ receipt: document.receipt });
  });

  it('states what was seen of a disconnect, and nothing more', async () => {
    const code = await disconnected();
    const { receipt } = await downloadReceipt(stand, code);
    const { jti, ...claims } = claimsOf(receipt);
    expect(jti).toMatch(/^[\w-]{22}$/);
    expect(claims).toEqual({
      policy: policyHash(),
      iss: stand.url,
      iat: Date.parse('2026-11-23T18:00:00Z') / 1000,
      code_hash: sha256(code),
      request_kind: 'user_disconnect',
      requested_at: MINUTE,
      completed_at: MINUTE,
      categories: [
        { name: 'ACCESS_KEYS', outcome: 'REMOVED' },
        { name: 'INSTAGRAM_IDENTITY', outcome: 'REMOVED' },
        { name: 'ANALYTICS', outcome: 'REMOVED' },
        { name: 'POSTS_AND_MEDIA', outcome: 'NOTHING_HELD' },
        { name: 'BACKUPS', outcome: 'KEPT' },
        { name: 'DELETION_RECORD', outcome: 'KEPT' },
      ],
      key_removed_at: MINUTE,
      unrecoverable_by: '2026-12-10T00:00Z',
      meta_revocation: 'accepted',
      recipients: { told: 0, of: 0 },
      backups_expire_by: '2026-12-28T18:00Z',
      retained: [
        {
          category: 'BACKUPS',
          reason: expect.stringContaining('35 days at most'),
          until: '2026-12-28T18:00Z',
        },
        {
          category: 'DELETION_RECORD',
          reason: expect.stringContaining('to prove'),
          until: '2028-11-22T18:00Z',
        },
      ],
      software: expect.stringMatching(/^sociogenie\/\d+\.\d+\.\d+$/),
    });
  });

  it('of a request from Meta says who asked, and that Instagram was not asked back', async () => {
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    stand.clock.advance({ minutes: 3, seconds: 30 });
    await stand.drain();
    const document = await downloadReceipt(stand, code);
    expect(check(document, await publicKeys(stand))).toEqual(GENUINE);
    expect(claimsOf(document.receipt)).toMatchObject({
      request_kind: 'meta_deletion',
      meta_revocation: 'not_asked',
      requested_at: MINUTE,
      key_removed_at: MINUTE,
      completed_at: '2026-11-23T18:03Z',
    });
  });

  it('of somebody unknown states that nothing was held, and no key', async () => {
    const stranger = { account: 'atelier_mare', userId: 'professional' };
    const code = await requestDeletion(stand, stand.sandbox.sign(stranger));
    await stand.drain();
    const { receipt } = await downloadReceipt(stand, code);
    expect(claimsOf(receipt)).toMatchObject({ key_removed_at: null, unrecoverable_by: null });
    expect(outcomes(claimsOf(receipt))).toMatchObject({
      ACCESS_KEYS: 'NOTHING_HELD',
      INSTAGRAM_IDENTITY: 'NOTHING_HELD',
      ANALYTICS: 'NOTHING_HELD',
    });
  });

  it('of a request that meets a later grant states what was kept, and why', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    stand.clock.advance({ seconds: 301 });
    await pair.ana.connect(ANAS, { connectionId: pair.connection });
    const code = await requestDeletion(stand, signed);
    await stand.drain();
    const claims = claimsOf((await downloadReceipt(stand, code)).receipt);
    expect(outcomes(claims)).toMatchObject({
      ACCESS_KEYS: 'KEPT',
      INSTAGRAM_IDENTITY: 'KEPT',
      ANALYTICS: 'KEPT',
    });
    expect(claims.key_removed_at).toBeNull();
    expect(claims.retained).toContainEqual({
      category: 'ANALYTICS',
      reason: expect.stringContaining('connected again'),
      until: null,
    });
  });

  it('of a request that joins a running one tells when the keys went', async () => {
    const first = await pair.ana.disconnect(pair.connection);
    await stand.app.settled();
    stand.clock.advance({ minutes: 2 });
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    await stand.drain();
    const earlier = first.data.disconnectInstagram.deletionStatus.confirmationCode;
    for (const each of [earlier, code]) {
      const document = await downloadReceipt(stand, each);
      expect(check(document, await publicKeys(stand))).toEqual(GENUINE);
      expect(claimsOf(document.receipt)).toMatchObject({ key_removed_at: MINUTE, code_hash: sha256(each) });
    }
  });

  it('holds nothing that points to a person', async () => {
    const code = await disconnected();
    const document = await downloadReceipt(stand, code);
    const rows: { id: string }[] = await stand.app.dataSource.query('select id from deletion_request');
    const account = stand.sandbox.accounts().find(({ username }) => username === ANAS);
    expect(account).toBeDefined();
    const pointers = [
      ...['studio_nord', 'Studio Nord', 'ana@example.com', 'Europe/Berlin', code],
      ...[
        pair.connection,
        rowIdOf(pair.connection),
        await pair.ana.accountId(),
        rowIdOf(await pair.ana.accountId()),
      ],
      ...rows.map(({ id }) => id),
      ...Object.values(account ?? {})
        .filter((value) => /^\d{9,}$/.test(String(value)))
        .map(String),
    ];
    expect(pointers.length).toBeGreaterThan(11);
    const [head = '', body = ''] = document.receipt.split('.');
    const readable = [head, body, document.salt].map((part) =>
      Buffer.from(part, 'base64url').toString('latin1'),
    );
    const all = [JSON.stringify(document), ...readable].join('\n');
    expect(pointers.filter((pointer) => all.includes(pointer))).toEqual([]);
    expect(all).not.toMatch(/"count"|18:00:\d\d/);
  });

  it('is the same for ever, and apart from the neighbour’s, which looks alike', async () => {
    const code = await disconnected();
    const document = await downloadReceipt(stand, code);
    const answer = await pair.bea.disconnect(pair.neighbour);
    await stand.drain();
    const neighbours = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
    const other = await downloadReceipt(stand, neighbours);
    stand.clock.advance({ days: 100 });
    await stand.run('tidy');
    expect(await downloadReceipt(stand, code)).toEqual(document);
    expect(check(other, await publicKeys(stand))).toEqual(GENUINE);
    // Nobody can pass one's proof off as the other's.
    expect(check({ ...other, receipt: document.receipt }, await publicKeys(stand)).inclusion).toBe(false);
    const { jti: _, code_hash: __, ...same } = claimsOf(document.receipt);
    expect(claimsOf(other.receipt)).toMatchObject(same);
  });
});

describe('before it is completed', () => {
  const receiptOf = async (code: string) => {
    const response = await stand.visitor().fetch(`/deletion-status/${code}/receipt.json`);
    return [response.status, (await stand.visitor().deletionStatus(code)).receipt];
  };

  it('a request has no receipt, nor while Instagram is still asked to withdraw access', async () => {
    const answer = await pair.ana.disconnect(pair.connection);
    const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
    expect(await receiptOf(code)).toEqual([404, null]);
    await stand.app.settled();
    // As a process leaves it that was lost while it asked.
    await stand.app.dataSource.query(`update deletion_request set access_withdrawal = 'ASKING'`);
    await stand.drain();
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'ERASING' });
    expect(await receiptOf(code)).toEqual([404, null]);
    stand.clock.advance({ seconds: 61 });
    await stand.drain();
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
    const { receipt } = await downloadReceipt(stand, code);
    expect(claimsOf(receipt)).toMatchObject({
      meta_revocation: 'not_known',
      completed_at: '2026-11-23T18:01Z',
    });
  });

  it('there is none, nor a leaf, when the transaction that completes it is lost', async () => {
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    await stand.app.dataSource.query('alter table receipt add constraint lost check (false)');
    await stand.drain();
    expect(await receiptOf(code)).toEqual([404, null]);
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'NEEDS_ATTENTION' });
    expect(await stand.app.dataSource.query('select * from receipt_leaf')).toEqual([]);
    await stand.app.dataSource.query('alter table receipt drop constraint lost');
    await stand.repeatFailed();
    expect(check(await downloadReceipt(stand, code), await publicKeys(stand))).toEqual(GENUINE);
  });
});

it('has a neutral answer for whoever has no such code', async () => {
  const answers = await Promise.all(
    ['A'.repeat(26), 'short', '%20'].map(async (code) => {
      const response = await stand.visitor().fetch(`/deletion-status/${code}/receipt.json`);
      return [response.status, await response.text()];
    }),
  );
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
});
