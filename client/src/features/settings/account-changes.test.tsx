import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import type { ShownSession } from './sessions.queries';

const HERE: ShownSession = {
  id: 'sess_1',
  device: 'Firefox on Windows',
  signedInAt: '2026-11-22T08:00:00Z',
  lastUsedAt: '2026-11-23T13:00:00Z',
  current: true,
};
const PHONE: ShownSession = { ...HERE, id: 'sess_2', device: 'Safari on iPhone', current: false };
const OLD: ShownSession = { ...PHONE, id: 'sess_3', device: null };

const region = async (name: string) => within(await screen.findByRole('region', { name }));
const account = (server: FakeServer) => ({
  id: 'acc_1',
  timeZone: server.state.timeZone,
  sessions: server.state.sessions,
});

describe('time zone and clock', () => {
  it('shows the clock of the chosen zone, saves it on request, and says so', async () => {
    const server: FakeServer = new FakeServer(
      {},
      {
        changeTimeZone: ({ timeZone }) => {
          server.state.timeZone = String(timeZone);
          return { account: account(server), userErrors: [] };
        },
      },
    );
    renderApp(server, '/settings');
    const section = await region('Time zone and clock');
    expect(section.getByText(/^Europe\/Berlin: now \d\d:\d\d\.$/)).toBeVisible();
    await userEvent.selectOptions(section.getByLabelText('Time zone'), 'Pacific/Auckland');
    expect(section.getByText(/^Pacific\/Auckland: now \d\d:\d\d\.$/)).toBeVisible();
    expect(server.received.map(({ name }) => name)).not.toContain('ChangeTimeZone');
    await userEvent.click(section.getByRole('button', { name: 'Save time zone' }));
    expect(await section.findByRole('status')).toHaveTextContent(
      'Saved. The times you see follow the clock of Pacific/Auckland.',
    );
    expect(server.received.at(-1)).toEqual({
      name: 'ChangeTimeZone',
      variables: { input: { timeZone: 'Pacific/Auckland' } },
    });
  });

  it('puts a refusal at the field and keeps the choice', async () => {
    const userErrors = [{ __typename: 'TimeZoneUnknown', message: 'x' }];
    renderApp(new FakeServer({}, { changeTimeZone: () => ({ account: null, userErrors }) }), '/settings');
    const section = await region('Time zone and clock');
    await userEvent.selectOptions(section.getByLabelText('Time zone'), 'UTC');
    await userEvent.click(section.getByRole('button', { name: 'Save time zone' }));
    expect(
      await section.findByText('We do not know this time zone. Choose one from the list.'),
    ).toBeVisible();
    expect(section.getByLabelText('Time zone')).toHaveFocus();
    expect(section.getByLabelText('Time zone')).toHaveValue('UTC');
  });
});

describe('the password', () => {
  const fill = async (section: Awaited<ReturnType<typeof region>>, current: string, next: string) => {
    if (current !== '') await userEvent.type(section.getByLabelText('Current password'), current);
    if (next !== '') await userEvent.type(section.getByLabelText('New password'), next);
    await userEvent.click(section.getByRole('button', { name: 'Change password' }));
  };

  it('is changed, and the list of sessions with it', async () => {
    const server: FakeServer = new FakeServer(
      { sessions: [HERE, PHONE] },
      {
        changePassword: () => {
          server.state.sessions = [HERE];
          return { account: account(server), userErrors: [] };
        },
      },
    );
    renderApp(server, '/settings');
    const section = await region('Password');
    await fill(section, 'correct horse', 'harbour kite');
    expect(await section.findByRole('status')).toHaveTextContent(
      'Your password is changed. Every other browser was signed out.',
    );
    expect(section.getByLabelText('Current password')).toHaveValue('');
    expect(server.received).toContainEqual({
      name: 'ChangePassword',
      variables: { input: { currentPassword: 'correct horse', newPassword: 'harbour kite' } },
    });
    expect(await screen.findByText('You are signed in nowhere else.')).toBeVisible();
  });

  it('is checked before it is sent', async () => {
    const server = new FakeServer();
    renderApp(server, '/settings');
    const section = await region('Password');
    await fill(section, '', 'short');
    expect(await section.findByRole('alert')).toHaveTextContent('2 things to fix');
    expect(section.getByRole('alert')).toHaveFocus();
    expect(server.received.map(({ name }) => name)).not.toContain('ChangePassword');
  });

  it.each([
    [
      'PasswordWrong',
      'currentPassword',
      'Current password',
      'This is not your password. Nothing was changed.',
    ],
    [
      'PasswordUnchanged',
      'newPassword',
      'New password',
      'This is the password you have now. Choose another.',
    ],
    [
      'PasswordBreached',
      'newPassword',
      'New password',
      'This password is known from leaks, so it would be tried first. Choose another.',
    ],
  ])(
    'is refused beside its field (%s), and nothing that was typed is lost',
    async (__typename, field, label, words) => {
      const userErrors = [{ __typename, message: 'x', path: [field] }];
      renderApp(new FakeServer({}, { changePassword: () => ({ account: null, userErrors }) }), '/settings');
      const section = await region('Password');
      await fill(section, 'correct horse', 'harbour kite');
      expect(await section.findByText(words)).toBeVisible();
      expect(section.getByLabelText(label)).toHaveFocus();
      expect(section.getByLabelText('Current password')).toHaveValue('correct horse');
      expect(section.getByLabelText('New password')).toHaveValue('harbour kite');
    },
  );
});

describe('sign-in sessions', () => {
  /** A server that wants the password when `recent` is false. */
  function server(recent: boolean): FakeServer {
    const needed = { account: null, userErrors: [{ __typename: 'PasswordNeeded', message: 'x' }] };
    let typed = recent;
    const made: FakeServer = new FakeServer(
      { sessions: [HERE, PHONE, OLD] },
      {
        endSession: ({ sessionId }) => {
          if (!typed) return needed;
          made.state.sessions = made.state.sessions.filter(({ id }) => id !== sessionId);
          return { account: account(made), userErrors: [] };
        },
        endOtherSessions: () => {
          if (!typed) return needed;
          made.state.sessions = [HERE];
          return { account: account(made), userErrors: [] };
        },
        confirmPassword: ({ password }) => {
          typed = password === 'correct horse';
          return typed
            ? { expiresAt: '2026-11-23T14:00:00Z', userErrors: [] }
            : { expiresAt: null, userErrors: [{ __typename: 'PasswordWrong', message: 'x' }] };
        },
      },
    );
    return made;
  }
  const items = async () => within(await screen.findByRole('list', { name: 'Where you are signed in' }));

  it('are named, this one without a button to end it', async () => {
    renderApp(server(true), '/settings');
    const [here, phone, old] = (await items()).getAllByRole('listitem');
    expect(here).toHaveTextContent(/^Firefox on Windows \(this browser\)Signed in 22 Nov(?: 2026)?, 09:00$/);
    expect(phone).toHaveTextContent(/^Safari on iPhoneSigned in 22 Nov.*, last used .*End session/);
    expect(old).toHaveTextContent(/^A browser that we did not note/);
    expect(within(here as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('end one by one; the focus stays in the list, and it is said', async () => {
    renderApp(server(true), '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'End session: Safari on iPhone' }));
    const section = await region('Sign-in sessions');
    expect(await section.findByText('Ended: Safari on iPhone is signed out.')).toBeVisible();
    expect((await items()).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('list', { name: 'Where you are signed in' })).toHaveFocus();
  });

  it('ask for the password where the button was pressed, and then end', async () => {
    const asked = server(false);
    renderApp(asked, '/settings');
    await userEvent.click(await screen.findByRole('button', { name: 'End all other sessions' }));
    const form = within(await screen.findByRole('form', { name: 'Your password once more' }));
    expect(form.getByLabelText('Password')).toHaveFocus();

    await userEvent.type(form.getByLabelText('Password'), 'wrong horse{Enter}');
    expect(await form.findByText('This is not your password. No session was ended.')).toBeVisible();
    expect(form.getByLabelText('Password')).toHaveFocus();
    expect((await items()).getAllByRole('listitem')).toHaveLength(3);

    await userEvent.clear(form.getByLabelText('Password'));
    await userEvent.type(form.getByLabelText('Password'), 'correct horse{Enter}');
    expect(await screen.findByText('Every other browser was signed out.')).toBeVisible();
    expect(screen.getByText('You are signed in nowhere else.')).toBeVisible();
    expect(screen.queryByRole('form', { name: 'Your password once more' })).toBeNull();
  });

  it('stay when one cancels, and the focus goes back', async () => {
    renderApp(server(false), '/settings');
    const end = await screen.findByRole('button', { name: 'End session: Safari on iPhone' });
    await userEvent.click(end);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('form', { name: 'Your password once more' })).toBeNull();
    await waitFor(() => expect(end).toHaveFocus());
    expect((await items()).getAllByRole('listitem')).toHaveLength(3);
  });

  it('say so when they cannot be loaded, and load again', async () => {
    const broken = server(true);
    broken.fail('Sessions', 'no-answer');
    renderApp(broken, '/settings');
    const section = await region('Sign-in sessions');
    expect(await section.findByText(/Your sessions could not be loaded\./)).toBeVisible();
    broken.fail('Sessions', null);
    await userEvent.click(section.getByRole('button', { name: 'Load again' }));
    expect((await items()).getAllByRole('listitem')).toHaveLength(3);
  });

  it('say what failed when one could not be ended', async () => {
    const broken = server(true);
    renderApp(broken, '/settings');
    await screen.findByRole('button', { name: 'End session: Safari on iPhone' });
    broken.fail('EndSession', { code: 'NOT_FOUND' });
    await userEvent.click(screen.getByRole('button', { name: 'End session: Safari on iPhone' }));
    expect(
      await screen.findByText('This is not here any more. Reload the page to see the latest.'),
    ).toBeVisible();
  });
});
