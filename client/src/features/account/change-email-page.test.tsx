import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';

afterEach(() => window.history.replaceState(null, '', '/'));

const NEXT = 'ana@example.com';
const refused = (__typename: string) => ({ email: null, userErrors: [{ __typename, message: 'x' }] });

/** Opens the mailed link, signed out. */
function openLink(answer: () => unknown, token = '#secret'): FakeServer {
  window.history.replaceState(null, '', `/change-email${token}`);
  const server = new FakeServer({ signedIn: false }, { confirmEmailChange: answer });
  renderApp(server, '/change-email');
  return server;
}
const press = async () => userEvent.click(await screen.findByRole('button', { name: 'Use this address' }));

it('changes nothing by being opened, and the address by its button', async () => {
  const server = openLink(() => ({ email: NEXT, userErrors: [] }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Change your email address' })).toBeVisible();
  expect(window.location.hash).toBe('');
  expect(server.received.map(({ name }) => name)).not.toContain('ConfirmEmailChange');
  await press();
  expect(await screen.findByRole('heading', { level: 1, name: 'Your address is changed' })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(`You sign in with ${NEXT} from now on`);
  expect(server.received).toContainEqual({
    name: 'ConfirmEmailChange',
    variables: { input: { token: 'secret' } },
  });
});

it.each([
  ['LinkNotGood', 'This link does not work any more', /Nothing was changed\.$/],
  ['EmailTaken', 'This address has an account already', /It was taken after you asked\. Nothing was changed/],
])('says when it did not (%s), and what to do', async (__typename, title, words) => {
  openLink(() => refused(__typename));
  await press();
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(words);
  expect(screen.getByRole('link', { name: 'Go to Settings' })).toHaveAttribute('href', '/settings#profile');
});

it('without a link says that there is none', async () => {
  openLink(() => refused('LinkNotGood'), '');
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

it('leaves the button after a failure', async () => {
  const server = openLink(() => ({ email: NEXT, userErrors: [] }));
  server.fail('ConfirmEmailChange', 'no-answer');
  await press();
  expect(await screen.findByRole('alert')).toBeVisible();
  server.fail('ConfirmEmailChange', null);
  await press();
  expect(await screen.findByRole('heading', { name: 'Your address is changed' })).toBeVisible();
});
