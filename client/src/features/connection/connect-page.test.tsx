import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { leaveTo } from '../../lib/leave-to';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection } from '../../testing/samples';

jest.mock('../../lib/leave-to', () => ({ leaveTo: jest.fn() }));

const authorizationUrl = 'http://127.0.0.1:4001/oauth/authorize?state=s';

function instagramServer(): FakeServer {
  return new FakeServer(
    { connections: [aConnection()] },
    { connectInstagram: () => ({ authorizationUrl, userErrors: [] }) },
  );
}

beforeEach(() => jest.mocked(leaveTo).mockReset());

describe('before going to Instagram', () => {
  it('explains the three permissions and what is stored, then leads there', async () => {
    const server = instagramServer();
    renderApp(server, '/integrations/connect');
    expect(await screen.findByRole('heading', { name: 'Connect Instagram' })).toBeVisible();
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'See your profile',
      'Publish posts',
      'Read analytics',
    ]);
    expect(screen.getByText(/We never see your password\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'How to delete this later' })).toHaveAttribute(
      'href',
      '/data-deletion',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Continue to Instagram' }));

    expect(leaveTo).toHaveBeenCalledWith(authorizationUrl);
    expect(server.received.at(-1)).toEqual({ name: 'ConnectInstagram', variables: { input: {} } });
  });

  it('names the account to sign in with when it reconnects', async () => {
    const server = instagramServer();
    renderApp(server, '/integrations/connect?connection=conn_1');
    expect(await screen.findByRole('heading', { name: 'Reconnect @studio_nord' })).toBeVisible();
    expect(
      screen.getByText('Sign in as @studio_nord there; another account is not accepted here.'),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Continue to Instagram' }));

    expect(server.received.at(-1)?.variables).toEqual({ input: { connectionId: 'conn_1' } });
  });

  it('stays and says why when the server does not answer', async () => {
    const server = instagramServer();
    server.fail('ConnectInstagram', 'no-answer');
    renderApp(server, '/integrations/connect');

    await userEvent.click(await screen.findByRole('button', { name: 'Continue to Instagram' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('The server did not answer.');
    expect(leaveTo).not.toHaveBeenCalled();
  });

  it('says so when the connection to reconnect is not here any more', async () => {
    const server = instagramServer();
    server.fail('ReconnectTarget', { code: 'NOT_FOUND' });
    renderApp(server, '/integrations/connect?connection=conn_9');
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not here any more.');
  });

  describe('about comments', () => {
    const CHOICE = { name: /^Refresh my numbers soon after a comment/ };

    it('offers nothing where the installation cannot hear of them', async () => {
      renderApp(instagramServer(), '/integrations/connect');
      await screen.findByRole('heading', { name: 'Instagram will ask you for three permissions' });
      expect(screen.queryByRole('checkbox', CHOICE)).toBeNull();
    });

    it('names the fourth permission, and what is stored, before it asks for it', async () => {
      const server = instagramServer();
      server.state.commentEvents = true;
      renderApp(server, '/integrations/connect');
      await userEvent.click(await screen.findByRole('checkbox', CHOICE));
      expect(
        screen.getByRole('heading', { name: 'Instagram will ask you for four permissions' }),
      ).toBeVisible();
      expect(screen.getByText('Manage comments')).toBeVisible();
      expect(screen.getByText(/that somebody commented: when, and on which post\./)).toBeVisible();
      await userEvent.click(screen.getByRole('button', { name: 'Continue to Instagram' }));
      expect(server.received.at(-1)?.variables).toEqual({ input: { commentEvents: true } });
    });

    it('shows what a connection has, leaves it as it is, and can be turned off', async () => {
      const server = new FakeServer(
        {
          connections: [aConnection({ grantedPermissions: ['BASIC', 'MANAGE_COMMENTS'] })],
          commentEvents: true,
        },
        { connectInstagram: () => ({ authorizationUrl, userErrors: [] }) },
      );
      renderApp(server, '/integrations/connect?connection=conn_1');
      const choice = await screen.findByRole('checkbox', CHOICE);
      await waitFor(() => expect(choice).toBeChecked());
      await userEvent.click(screen.getByRole('button', { name: 'Continue to Instagram' }));
      expect(server.received.at(-1)?.variables).toEqual({
        input: { connectionId: 'conn_1', commentEvents: true },
      });
      await userEvent.click(choice);
      act(() => void window.dispatchEvent(new Event('pageshow')));
      await userEvent.click(await screen.findByRole('button', { name: 'Continue to Instagram' }));
      expect(server.received.at(-1)?.variables).toEqual({
        input: { connectionId: 'conn_1', commentEvents: false },
      });
    });
  });
});
