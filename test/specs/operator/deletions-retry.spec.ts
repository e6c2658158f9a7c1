import { operate } from '../../stand/operator';
import { Stand } from '../../stand/stand';

let stand: Stand;
let broken: boolean;
beforeEach(async () => {
  broken = true;
  stand = await Stand.open({
    overrides: {
      erasers: (erasers) =>
        erasers.map((eraser) => ({
          ...eraser,
          erase: (subject, tx) => {
            if (broken) throw new Error('a disk is full');
            return eraser.erase(subject, tx);
          },
        })),
    },
  });
});
afterEach(() => stand.close());

it('lets what needs attention run at once, one request or all of them', async () => {
  const ana = await stand.givenAccount();
  const people = [ana, await stand.givenAccount()];
  const accounts = ['studio_nord', 'cafe_lisboa'];
  for (const person of people) await person.disconnect(await person.givenConnection(accounts.pop() ?? ''));
  await stand.drain();
  const states = async () =>
    Promise.all(people.map(async (person) => (await person.deletionRequests())[0].state));
  expect(await states()).toEqual(['NEEDS_ATTENTION', 'NEEDS_ATTENTION']);

  broken = false;
  const code = (await ana.deletionRequests())[0].confirmationCode;
  expect(await operate(stand, 'deletions', 'retry', '--code', code)).toMatchObject({ code: 0 });
  await stand.drain();
  expect(await states()).toEqual(['COMPLETED', 'NEEDS_ATTENTION']);
  expect(await operate(stand, 'deletions', 'retry', '--code', code)).toMatchObject({ code: 1 });
  expect(await operate(stand, 'deletions', 'retry')).toEqual({
    code: 0,
    output: '1 deletion requests run again now.\n',
  });
  await stand.drain();
  expect(await states()).toEqual(['COMPLETED', 'COMPLETED']);
});
