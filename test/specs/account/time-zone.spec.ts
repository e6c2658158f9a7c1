import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const CHANGE = `mutation ($timeZone: String!) {
  changeTimeZone(input: { timeZone: $timeZone }) { account { id timeZone } userErrors { __typename path } }
}`;

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand.close());

it.each(['Pacific/Auckland', 'UTC', 'Europe/Kiev', 'America/Argentina/Buenos_Aires'])(
  'becomes %s, kept as given; nobody else’s changes, nor anything else',
  async (timeZone) => {
    const [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
    const id = await ana.accountId();
    const before = await snapshot(stand.app.dataSource, [rowIdOf(id)]);
    const { data } = await ana.execute(CHANGE, { timeZone });
    expect(data.changeTimeZone).toEqual({ account: { id, timeZone }, userErrors: [] });
    expect((await ana.execute('{ viewer { timeZone } }')).data.viewer.timeZone).toBe(timeZone);
    expect((await bea.execute('{ viewer { timeZone } }')).data.viewer.timeZone).toBe('Europe/Berlin');
    expect(await snapshot(stand.app.dataSource, [rowIdOf(id)])).toEqual(before);
  },
);

it.each(['Mars/Olympus', '', 'Europe/Berlin ', `Europe/${'B'.repeat(80)}`])(
  'is not changed to %j, which is no zone',
  async (timeZone) => {
    const ana = await stand.givenAccount();
    const before = await snapshot(stand.app.dataSource);
    const { data } = await ana.execute(CHANGE, { timeZone });
    expect(data.changeTimeZone).toEqual({
      account: null,
      userErrors: [{ __typename: 'TimeZoneUnknown', path: ['timeZone'] }],
    });
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  },
);

it('is changed by whoever is signed in', async () => {
  const answer = await stand.visitor().execute(CHANGE, { timeZone: 'UTC' });
  expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
});
