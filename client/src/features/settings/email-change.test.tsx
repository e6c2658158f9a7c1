import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';

const NOW = 'ana@studionord.example';
const NEXT = 'ana@example.com';
const SOON = { email: NEXT, requestedAt: new Date().toISOString() };
const waiting = (minutes: number) => ({
  ...SOON,
  expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
});

const account = (server: FakeServer) => {
  const { email, emailVerified, pendingEmailChange } = server.state;
  return { id: 'acc_1', email, emailVerified, pendingEmailChange };
};

/** A server that wants the password unless it was typed just now. */
function changing(recent = true, state: Partial<FakeServer['state']> = {}): FakeServer {
  let typed = recent;
  const server: FakeServer = new FakeServer(state, {
    changeEmail: ({ email }) => {
      const refused = (__typename: string, path: string[] | null) => ({
        account: null,
        userErrors: [{ __typename, message: 'x', path }],
      });
      if (!typed) return refused('PasswordNeeded', null);
      if (email === NOW) return refused('EmailUnchanged', ['email']);
      server.state.pendingEmailChange = { ...waiting(30), email: String(email) };
      return { account: account(server), userErrors: [] };
    },
    cancelEmailChange: () => {
      server.state.pendingEmailChange = null;
      return { account: account(server), userErrors: [] };
    },
    confirmPassword: ({ password }) => {
      typed = password === 'correct horse';
      const userErrors = typed ? [] : [{ __typename: 'PasswordWrong', message: 'x' }];
      return { expiresAt: typed ? '2026-11-23T14:00:00Z' : null, userErrors };
    },
  });
  return server;
}

const profile = async () => within(await screen.findByRole('region', { name: 'Profile' }));
async function opened() {
  const section = await profile();
  await userEvent.click(await section.findByRole('button', { name: 'Change email address' }));
  return section;
}

it('says whether the address was confirmed', async () => {
  renderApp(new FakeServer({ emailVerified: false }), '/settings');
  const section = await profile();
  expect(await section.findByText(NOW)).toBeVisible();
  expect(section.getByText(/^Not yet: until you open the link/)).toBeVisible();
});

it('asks for another address, then says where the link is, until when, and what holds meanwhile', async () => {
  const server = changing();
  renderApp(server, '/settings');
  const section = await opened();
  const field = section.getByLabelText('New email');
  expect(section.getByText(/^Your present address gets a mail about the change\./)).toBeVisible();
  expect(field).toHaveFocus();
  await userEvent.type(field, `${NEXT}{Enter}`);
  expect(await section.findByText(`Open the link in ${NEXT}`)).toBeVisible();
  expect(
    section.getByText(/It works once, until .*Until you open it you sign in with ana@studionord/),
  ).toBeVisible();
  expect(section.getByRole('status')).toHaveTextContent(`A mail is on its way to ${NEXT}.`);
  const again = section.getByRole('button', { name: 'Change to another address' });
  await waitFor(() => expect(again).toHaveFocus());

  await userEvent.click(section.getByRole('button', { name: 'Cancel the change' }));
  expect(await section.findByText('The change is cancelled.')).toBeVisible();
  expect(section.queryByText(`Open the link in ${NEXT}`)).toBeNull();
  await waitFor(() => expect(section.getByRole('button', { name: 'Change email address' })).toHaveFocus());
});

it('asks for the password when it was typed long ago, and goes on with the address that was typed', async () => {
  const server = changing(false);
  renderApp(server, '/settings');
  const section = await opened();
  await userEvent.type(section.getByLabelText('New email'), `${NEXT}{Enter}`);
  const form = within(await section.findByRole('form', { name: 'Your password once more' }));
  await userEvent.type(form.getByLabelText('Password'), 'wrong horse{Enter}');
  expect(await form.findByText('This is not your password. Your address was not changed.')).toBeVisible();
  await userEvent.clear(form.getByLabelText('Password'));
  await userEvent.type(form.getByLabelText('Password'), 'correct horse{Enter}');
  expect(await section.findByText(`Open the link in ${NEXT}`)).toBeVisible();
  expect(server.received).toContainEqual({ name: 'ChangeEmail', variables: { input: { email: NEXT } } });
});

it('keeps the address that was typed when the password is not given', async () => {
  renderApp(changing(false), '/settings');
  const section = await opened();
  await userEvent.type(section.getByLabelText('New email'), `${NEXT}{Enter}`);
  const form = within(await section.findByRole('form', { name: 'Your password once more' }));
  await userEvent.click(form.getByRole('button', { name: 'Cancel' }));
  expect(section.getByLabelText('New email')).toHaveValue(NEXT);
  expect(section.getByLabelText('New email')).toHaveFocus();
});

it.each([
  ['ana at home', 'This does not look like an email address. It needs the form name@example.com.'],
  [NOW, 'This is the address that you have now. Enter another one.'],
])('refuses %s beside the field', async (typed, words) => {
  renderApp(changing(), '/settings');
  const section = await opened();
  await userEvent.type(section.getByLabelText('New email'), `${typed}{Enter}`);
  expect(await section.findByText(words)).toBeVisible();
  expect(section.getByLabelText('New email')).toHaveFocus();
  expect(section.getByLabelText('New email')).toHaveValue(typed);
});

it('says that a link is too old, and offers another', async () => {
  renderApp(changing(true, { pendingEmailChange: waiting(-1) }), '/settings');
  const section = await profile();
  expect(
    await section.findByText(`The link to ${NEXT} is too old now. Your address was not changed.`),
  ).toBeVisible();
});

it('says so when it cannot be cancelled, and when the profile cannot be loaded', async () => {
  const server = changing(true, { pendingEmailChange: waiting(20) });
  server.fail('CancelEmailChange', 'no-answer');
  const { unmount } = renderApp(server, '/settings');
  const section = await profile();
  await userEvent.click(await section.findByRole('button', { name: 'Cancel the change' }));
  expect(await section.findByRole('alert')).toBeVisible();
  expect(section.getByText(`Open the link in ${NEXT}`)).toBeVisible();
  unmount();

  server.fail('Address', 'no-answer');
  renderApp(server, '/settings');
  const other = await profile();
  expect(await other.findByText(/^Your profile could not be loaded\./)).toBeVisible();
  server.fail('Address', null);
  await userEvent.click(other.getByRole('button', { name: 'Load again' }));
  expect(await other.findByText(`Open the link in ${NEXT}`)).toBeVisible();
});
