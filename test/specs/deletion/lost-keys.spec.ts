import { requestDeletion } from '../../stand/callbacks';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  stand.clock.advance({ minutes: 10 });
});
afterEach(() => stand.close());

const lose = (subject: string, change: string) =>
  stand.app.dataSource.query(`${change} where subject_id = $1`, [subject]);
const LOSSES: Readonly<Record<string, string>> = {
  'are lost': 'delete from keystore.data_key',
  'were spoilt': `update keystore.data_key set wrapped = 'v1.e.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA'`,
  'belong to an epoch that is gone': `update keystore.data_key set epoch_id = 'e20200101-00000000'`,
};

it.each(Object.entries(LOSSES))(
  'a connection whose keys %s can still be disconnected, and its answer at Instagram is not known',
  async (_how, change) => {
    const before = await pair.others();
    await lose(rowIdOf(pair.connection), change);
    const answer = await pair.ana.disconnect(pair.connection);
    expect(answer.errors).toEqual([]);
    await stand.drain();
    expect(await pair.ana.deletionRequests()).toMatchObject([
      { state: 'COMPLETED', accessWithdrawal: 'NOT_KNOWN' },
    ]);
    await stand.run('tidy');
    expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).toEqual({
      'public.deletion_outcome': 3,
      'public.deletion_subject': 1,
    });
    expect(await pair.others()).toEqual(before);
  },
);

it('a request of Meta’s is carried out when the account’s key is lost too', async () => {
  const before = await pair.others();
  for (const subject of [pair.connection, await pair.ana.accountId()])
    await lose(rowIdOf(subject), LOSSES['are lost'] ?? '');
  const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
  await stand.drain();
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
  expect(await pair.others()).toEqual(before);
});
