import { Screens } from './helpers/accessibility';
import { givenNumbers } from './helpers/until';
import { enterAs } from './helpers/window';

jest.setTimeout(120_000);

const NO_ANALYTICS = { untick: ['instagram_business_manage_insights'] };

const screens = Screens.aroundTests();
const open: Screens['open'] = (...where) => screens.open(...where);
const heading = (name: string | RegExp) => screens.heading(name);
const fine = (state: string) => screens.fine(state);

describe('everybody can use', () => {
  it('sign in and sign up, with their errors', async () => {
    await open('/sign-in');
    await heading('Sign in to SocioGenie');
    await fine('sign in');
    await screens.page.getByLabel('Email').fill('nobody@example.com');
    await screens.page.getByLabel('Password').fill('not the password');
    await screens.page.getByRole('button', { name: 'Sign in' }).click();
    await screens.page.getByText('Email or password is not right.').first().waitFor();
    await fine('sign in refused');
    await screens.page.getByRole('link', { name: 'Create an account' }).click();
    await heading('Create an account');
    await fine('sign up');
    await screens.page.getByLabel('Password').fill('short');
    await screens.page.getByRole('button', { name: 'Create account' }).click();
    await screens.page.getByText('2 things to fix').waitFor();
    await fine('sign up with errors');
  });

  it('the screens before there is a connection, and the page for addresses that do not exist', async () => {
    await enterAs(screens.window, await screens.stand.givenAccount());
    await open('/integrations');
    await screens.page.getByText('No account yet').waitFor();
    await fine('integrations empty');
    await open('/integrations?connect=cancelled');
    await screens.page.getByText('You cancelled at Instagram.').waitFor();
    await fine('integrations cancelled');
    await open('/integrations/connect');
    await heading('Connect Instagram');
    await screens.page.getByLabel('Refresh my numbers soon after a comment').check();
    await heading('Instagram will ask you for four permissions');
    await fine('connect');
    await open('/analytics');
    await heading('No Instagram account is connected');
    await fine('analytics empty');
    screens.window.watch.expect(/status of 404/);
    await open('/nowhere');
    await heading('This page does not exist');
    await fine('not found');
  });

  it('a card with its details, its dialog, and the menu of a phone', async () => {
    const person = await screens.stand.givenAccount();
    await givenNumbers(person, 'cafe_lisboa');
    await enterAs(screens.window, person);
    await open('/integrations');
    await heading('@cafe_lisboa');
    await fine('integrations connected');
    await screens.page.getByRole('button', { name: 'Show details' }).click();
    await heading('Permissions');
    await fine('integrations details');
    await screens.page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await screens.page.getByRole('dialog', { name: 'Disconnect @cafe_lisboa?' }).waitFor();
    await fine('disconnect dialog');
    await screens.page.getByRole('button', { name: 'Cancel' }).click();
    await screens.page.setViewportSize({ width: 375, height: 720 });
    await screens.page.getByRole('button', { name: 'Menu' }).click();
    await screens.page.getByRole('dialog', { name: 'Menu' }).waitFor();
    await fine('menu');
    await person.disconnect((await person.connections())[0].id);
  });

  it('what is limited', async () => {
    const person = await screens.stand.givenAccount();
    const id = await givenNumbers(person, 'atelier_mare', NO_ANALYTICS);
    await enterAs(screens.window, person);
    await open(`/integrations?connect=limited&connection=${id}`);
    await screens.page.getByText('Limited', { exact: true }).waitFor();
    await fine('integrations limited');
    await open('/analytics');
    await screens.page.getByText(/Analytics is off/).waitFor();
    await fine('analytics limited');
    await person.disconnect(id);
  });
});
