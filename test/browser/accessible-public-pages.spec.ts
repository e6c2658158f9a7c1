import { Screens } from './helpers/accessibility';
import { inspect } from './helpers/inspect';
import { givenNumbers, untilErased } from './helpers/until';

jest.setTimeout(120_000);

const screens = Screens.aroundTests();
const open: Screens['open'] = (...where) => screens.open(...where);
const heading = (name: string | RegExp) => screens.heading(name, 1);
const fine = (state: string) => screens.fine(state);

describe('everybody can use', () => {
  it('the public texts and the form for a code', async () => {
    await open('/data-deletion');
    await heading('Instagram Data Deletion Instructions');
    await fine('data deletion');
    await open('/privacy');
    await heading(/Privacy/);
    await fine('privacy');
    await open('/deletion-status');
    await heading('Check a deletion code');
    await fine('deletion status form');
    screens.window.watch.expect(/status of 404/);
    await screens.page.getByLabel('Confirmation code').fill('2222-3333-4444-5555-6666-7777-22');
    await screens.page.getByRole('button', { name: 'Check code' }).click();
    await heading('We cannot find this code');
    await fine('deletion status unknown');
  });

  it('the status of a finished deletion', async () => {
    const person = await screens.stand.givenAccount();
    const answer = await person.disconnect(await givenNumbers(person, 'cafe_lisboa'));
    await untilErased(person);
    await open(`/deletion-status/${answer.data.disconnectInstagram.deletionStatus.confirmationCode}`);
    await heading('Your Instagram data has been deleted');
    await fine('deletion status completed');
    await screens.page.emulateMedia({ media: 'print' });
    await fine('deletion status printed');
  });

  it("the sandbox's pages", async () => {
    const person = await screens.stand.givenAccount();
    const atInstagram = await person.startConnect();
    await open(atInstagram);
    await heading('Choose an account');
    await fine('sandbox account choice');
    await screens.page.getByRole('button', { name: 'Continue' }).click();
    await heading('Let SocioGenie use studio_nord?');
    await fine('sandbox consent');
    await givenNumbers(person, 'studio_nord');
    await open('/accounts/manage_access/', screens.stand.sandbox.url);
    await heading('Apps and websites');
    await fine('sandbox accounts');
    await screens.page.getByRole('link', { name: 'studio_nord' }).click();
    await heading('Apps and websites of studio_nord');
    await fine('sandbox access');
    await screens.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await heading('SocioGenie was removed');
    await fine('sandbox removed');
    await screens.page.getByRole('link', { name: 'Back to the apps of studio_nord' }).click();
    await heading('Apps and websites of studio_nord');
    await fine('sandbox access removed');
    screens.window.watch.expect(/status of 400/);
    await open('/oauth/authorize', screens.stand.sandbox.url);
    await heading('This request cannot go on');
    await fine('sandbox refusal');
  });
});

it('finds what is wrong, so that finding nothing says something', async () => {
  await screens.page.setContent(
    '<title>x</title><main style="width: 400px"><h1>x</h1><img src="data:,"></main>',
  );
  const found = (await inspect(screens.page, 'planted')).join('\n');
  expect(found).toContain('html-has-lang');
  expect(found).toContain('image-alt');
  expect(found).toContain('at 320 px the page is');
});
