import { Stand } from '../../stand/stand';

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand.close());

const VIEWER = '{ viewer { id email timeZone } }';

describe('signing up', () => {
  it('makes an account, signs it in and keeps the time zone as given', async () => {
    const ana = stand.visitor();
    const payload = await ana.signUp({ email: ' Ana.Sign@Example.COM ', timeZone: 'Asia/Calcutta' });
    expect(payload.userErrors).toEqual([]);
    expect(payload.account).toEqual({
      id: expect.stringMatching(/^acc_[0-9a-f]{32}$/),
      email: 'ana.sign@example.com',
      timeZone: 'Asia/Calcutta',
    });
    const { data } = await ana.execute(VIEWER);
    expect(data.viewer).toEqual(payload.account);
  });

  it.each(['UTC', 'Etc/UTC', 'Europe/Kyiv', 'Europe/Kiev', 'America/Argentina/Buenos_Aires'])(
    'takes the zone %s',
    async (timeZone) => {
      const payload = await stand.visitor().signUp({ email: `${Math.random()}@example.com`, timeZone });
      expect(payload.account.timeZone).toBe(timeZone);
    },
  );

  it('tells every problem at once, and makes nothing', async () => {
    const before = await countAccounts();
    const nobody = stand.visitor();
    const payload = await nobody.signUp({
      email: 'not an address',
      password: 'short',
      timeZone: 'Mars/Olympus',
    });
    expect(payload.account).toBeNull();
    expect(payload.userErrors.map((error: { __typename: string }) => error.__typename)).toEqual([
      'EmailInvalid',
      'PasswordTooShort',
      'TimeZoneUnknown',
    ]);
    expect(nobody.sessionId).toBeUndefined();
    expect(await countAccounts()).toBe(before);
  });

  it('takes passwords of 8 and of 128 characters, and neither 7 nor 129', async () => {
    const results = [];
    for (const length of [7, 8, 128, 129]) {
      const payload = await stand
        .visitor()
        .signUp({ email: `p${length}@example.com`, password: 'ä'.repeat(length) });
      results.push(payload.userErrors[0]?.__typename ?? 'made');
    }
    expect(results).toEqual(['PasswordTooShort', 'made', 'made', 'PasswordTooLong']);
  });

  it('refuses an address that has an account, however it is written', async () => {
    await stand.givenAccount('taken@example.com');
    const before = await countAccounts();
    const payload = await stand.visitor().signUp({ email: 'TAKEN@example.com' });
    expect(payload.userErrors).toEqual([
      expect.objectContaining({ __typename: 'EmailTaken', path: ['email'] }),
    ]);
    expect(await countAccounts()).toBe(before);
  });

  it('stores the address only sealed', async () => {
    await stand.givenAccount('sealed.away@example.com');
    const rows = await stand.app.dataSource.query('select account::text as text from account');
    expect(JSON.stringify(rows)).not.toContain('sealed.away');
  });
});

async function countAccounts(): Promise<number> {
  const [row] = await stand.app.dataSource.query('select count(*)::int as count from account');
  return row.count;
}
