import { mailbox } from '../../stand/mailbox';
import { ANAS } from '../../stand/pair';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const OPERATOR = 'operator@sociogenie.example';
let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open({
    env: { OPERATOR_EMAIL: OPERATOR },
    overrides: {
      erasers: (erasers) =>
        erasers.map((eraser) => ({
          ...eraser,
          async erase() {
            throw new Error('this eraser is broken');
          },
        })),
    },
  });
});
afterAll(() => stand.close());

it('mails the operator that a deletion needs attention, once an hour, with nothing of anybody in it', async () => {
  const ana = await stand.givenAccount('ana@example.com');
  const connection = await ana.givenConnection(ANAS);
  await ana.disconnect(connection);
  await stand.drain();
  await stand.repeatFailed();
  const mails = await mailbox(stand, OPERATOR);
  expect(mails.map(({ subject }) => subject)).toEqual([
    'SocioGenie needs the operator: deletion.needs-attention',
  ]);
  const said = JSON.stringify(mails);
  expect(said).toContain('pnpm sociogenie deletions retry');
  for (const personal of [ana.email, ANAS, connection]) expect(said).not.toContain(personal);

  stand.clock.advance({ hours: 1 });
  await stand.repeatFailed();
  expect(await mailbox(stand, OPERATOR)).toHaveLength(2);
});
