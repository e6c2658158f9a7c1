import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sayAccountDeleted } from '../../lib/other-windows';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection } from '../../testing/samples';

jest.mock('../../lib/other-windows', () => ({ sayAccountDeleted: jest.fn() }));
beforeEach(() => jest.mocked(sayAccountDeleted).mockReset());

const ADDRESS = '/settings/delete-account';
const EMAIL = 'ana@studionord.example';
const CODE = '7Q4M2KTDA2BCDEFGHJKMNPQRST';
const deleted = { deletionStatus: { confirmationCode: CODE, accessWithdrawal: 'ASKING' }, userErrors: [] };
const refused = (__typename: string, message: string, path: string[] | null) => ({
  deletionStatus: null,
  userErrors: [{ __typename, message, path }],
});

function aServer(answer: () => unknown = () => deleted): FakeServer {
  return new FakeServer(
    { connections: [aConnection(), aConnection({ id: 'conn_2', username: 'cafe_lisboa' })] },
    { deleteAccount: answer },
  );
}

const email = () => screen.getByLabelText(/Type your email to confirm/);
const password = () => screen.getByLabelText(/^Password/);
const button = () => screen.getByRole('button', { name: 'Delete my account' });
const sent = (server: FakeServer) => server.received.filter(({ name }) => name === 'DeleteAccount');

async function opened(server: FakeServer) {
  const app = renderApp(server, ADDRESS);
  await screen.findByRole('heading', { level: 2, name: `Delete ${EMAIL}` });
  return app;
}

async function confirm(typed: string, secret: string) {
  await userEvent.type(email(), typed);
  await userEvent.type(password(), secret);
  await userEvent.click(button());
}

describe('before the account is deleted', () => {
  it('says with real counts what is removed and what stays, and Cancel has the focus', async () => {
    await opened(aServer());
    expect(
      screen.getByText('@studio_nord (30 days of analytics), @cafe_lisboa (30 days of analytics)'),
    ).toBeVisible();
    expect(screen.getByText('posts already published stay on Instagram')).toBeVisible();
    const rows = within(screen.getByRole('table', { name: 'Everything that is removed' })).getAllByRole(
      'row',
    );
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'WhatHow much',
      'Access token, encrypted2',
      'Email, encrypted1',
      'Sign-in sessions2',
    ]);
    expect(screen.getByRole('link', { name: 'Download everything first' })).toHaveAttribute(
      'href',
      '/settings#data',
    );
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  it('leads away again and deletes nothing', async () => {
    const server = aServer();
    const { router } = await opened(server);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/integrations'));
    expect(sent(server)).toEqual([]);
  });

  it('says so when what is held cannot be counted, and tries again', async () => {
    const server = aServer();
    server.fail('WhatGoes', 'no-answer');
    renderApp(server, ADDRESS);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server did not answer.');
    expect(screen.queryByRole('button', { name: 'Delete my account' })).toBeNull();
    server.fail('WhatGoes', null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Delete my account' })).toBeVisible();
  });

  it('sends nothing until both are typed', async () => {
    const server = aServer();
    await opened(server);
    await userEvent.click(button());
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('2 things to fix');
    expect(summary).toHaveFocus();
    expect(document.title).toBe('Error: Delete my account - SocioGenie');
    await userEvent.type(email(), 'anna@studionord.example');
    await userEvent.type(password(), 'x');
    await userEvent.click(button());
    expect(await screen.findByText('This is not the email of your account.')).toBeVisible();
    expect(email()).toHaveFocus();
    expect(sent(server)).toEqual([]);
  });

  it.each([
    ['a wrong password', () => refused('PasswordWrong', 'no', ['password']), 'The password is not right.'],
    [
      'another email',
      () => refused('EmailDiffers', 'no', ['email']),
      'This is not the email of your account.',
    ],
    ['a refusal it does not know', () => refused('EmailTaken', 'Not on Sundays.', null), 'Not on Sundays.'],
  ])('shows %s, and keeps what was typed', async (_what, answer, sentence) => {
    await opened(aServer(answer));
    await confirm(EMAIL, 'a password');
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(password()).toHaveValue('a password');
    expect(sayAccountDeleted).not.toHaveBeenCalled();
  });

  it('says from when on one may try again', async () => {
    const server = aServer();
    server.fail('DeleteAccount', { code: 'RATE_LIMITED', retryAt: '2026-11-23T13:05:00Z' });
    await opened(server);
    await confirm(EMAIL, 'a password');
    expect(await screen.findByText(/Try again from 14:05/)).toBeVisible();
  });

  it('does not claim to know what became of a request without an answer', async () => {
    const server = aServer();
    server.fail('DeleteAccount', 'no-answer');
    await opened(server);
    await confirm(EMAIL, 'a password');
    expect(await screen.findByText(/we do not know whether your account was deleted/)).toBeVisible();
  });
});

describe('when the account is deleted', () => {
  it('forgets everything, tells the other windows, and shows the code to keep', async () => {
    const server = aServer();
    const { client, router } = await opened(server);
    await confirm(EMAIL.toUpperCase(), 'my password');

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Your account is being deleted' }),
    ).toHaveFocus();
    expect(sent(server).at(-1)?.variables).toEqual({
      input: { email: EMAIL.toUpperCase(), password: 'my password' },
    });
    expect(screen.getByRole('code')).toHaveTextContent(CODE);
    expect(screen.getByText(/we cannot mail it to you later/)).toBeVisible();
    expect(screen.getByText('Posts already published stay on Instagram.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'View deletion status' })).toHaveAttribute(
      'href',
      `/deletion-status/${CODE}`,
    );
    expect(sayAccountDeleted).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(client.cache.extract()).toEqual({}));
    expect(router.state.location).toMatchObject({ pathname: '/account-deleted', search: '' });
    expect(router.state.historyAction).toBe('REPLACE');
  });

  it('copies the code as it is, and says when the browser does not allow it', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await opened(aServer());
    await confirm(EMAIL, 'my password');
    await user.click(await screen.findByRole('button', { name: 'Copy code' }));
    expect(await screen.findByRole('button', { name: 'Code copied' })).toBeVisible();
    expect(write).toHaveBeenCalledWith(CODE);

    write.mockRejectedValueOnce(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Code copied' }));
    const main = within(screen.getByRole('main'));
    expect(await main.findByText(/Select the code and copy it/)).toBeVisible();
  });

  it('says where the code is when another window was first', async () => {
    await opened(aServer(() => refused('AccountAlreadyDeleted', 'gone', null)));
    await confirm(EMAIL, 'my password');
    expect(await screen.findByText(/deleted from another window or device/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look up a confirmation code' })).toBeVisible();
  });

  it('has nothing to show to whoever opens its address', async () => {
    renderApp(new FakeServer({ signedIn: false }), '/account-deleted');
    expect(await screen.findByRole('heading', { name: 'Nothing to show here' })).toBeVisible();
  });
});
