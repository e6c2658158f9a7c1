import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection } from '../../testing/samples';

afterEach(() => localStorage.clear());

describe('the shell', () => {
  it('leads to what exists and to nothing else', async () => {
    renderApp(new FakeServer(), '/integrations');
    const navigation = within(await screen.findByRole('navigation', { name: 'Screens' }));
    expect(navigation.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Social Media Integration',
      'Analytics',
      'Settings',
    ]);
    expect(navigation.getByRole('link', { name: 'Social Media Integration' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Help and data deletion' })).toHaveAttribute(
      'href',
      '/data-deletion',
    );
  });

  it('begins with a link to the content, and leaves focus alone on the first load', async () => {
    renderApp(new FakeServer(), '/integrations');
    await screen.findByText('No account yet');
    expect(document.body).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  });

  it('moves focus to the heading of a screen that one goes to', async () => {
    renderApp(new FakeServer(), '/integrations');
    await userEvent.click(await screen.findByRole('link', { name: 'Connect Instagram' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Connect Instagram' })).toHaveFocus();
    expect(document.title).toBe('Connect Instagram - SocioGenie');
  });

  it('says that this is the sandbox, and links to it', async () => {
    renderApp(new FakeServer(), '/integrations');
    expect(await screen.findByText(/Sandbox: nothing reaches Instagram\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the sandbox' })).toHaveAttribute(
      'href',
      'http://127.0.0.1:4001',
    );
  });

  it('signs out, and forgets what it knew', async () => {
    const server: FakeServer = new FakeServer(
      { connections: [aConnection()] },
      {
        signOut: () => {
          server.state.signedIn = false;
          return { userErrors: [] };
        },
      },
    );
    const { client } = renderApp(server, '/integrations');
    await screen.findByRole('heading', { name: '@studio_nord' });

    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));

    await screen.findByRole('heading', { name: 'Sign in to SocioGenie' });
    expect(JSON.stringify(client.cache.extract())).not.toContain('studio');
    expect(screen.queryByText(/You were signed out/)).not.toBeInTheDocument();
  });

  it('opens a menu with the same words, and gives the focus back when it closes', async () => {
    renderApp(new FakeServer(), '/integrations');
    const menu = await screen.findByRole('button', { name: 'Menu' });
    await userEvent.click(menu);
    const drawer = within(await screen.findByRole('dialog', { name: 'Menu' }));
    expect(drawer.getByRole('link', { name: 'Social Media Integration' })).toBeInTheDocument();

    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(menu).toHaveFocus());
  });

  it('says when the device is offline, and why what needs the server waits', async () => {
    const server = new FakeServer();
    renderApp(server, '/integrations');
    await screen.findByText('No account yet');
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText(/You are offline\./)).toBeVisible();
    const signOut = screen.getByRole('button', { name: 'Sign out' });
    expect(signOut).toHaveAccessibleDescription('Needs a network; you are offline.');
    await userEvent.click(signOut);
    expect(server.received.map(({ name }) => name)).not.toContain('SignOut');
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText(/You are offline\./)).not.toBeInTheDocument();
  });
});

describe('without a session', () => {
  it('asks to sign in first', async () => {
    const { router } = renderApp(new FakeServer({ signedIn: false }), '/analytics?connection=conn_1');
    await screen.findByRole('heading', { name: 'Sign in to SocioGenie' });
    expect(router.state.location.search).toBe('?returnTo=%2Fanalytics%3Fconnection%3Dconn_1');
  });

  it('that ended while one was working: says so, and knows the way back', async () => {
    const server = new FakeServer();
    const { router, client } = renderApp(server, '/integrations');
    await screen.findByText('No account yet');
    server.state.signedIn = false;
    await act(async () => void (await client.refetchQueries({ include: ['Integrations'] })));

    expect(await screen.findByText(/^Your session is over: it was ended from another browser/)).toBeVisible();
    expect(router.state.location.search).toBe('?returnTo=%2Fintegrations');
  });
});

describe('without a session for a day', () => {
  it('says so, as far as this tab knows', async () => {
    renderApp(new FakeServer({ signedIn: false }), {
      pathname: '/sign-in',
      state: { reason: 'session-idle' },
    });
    expect(
      await screen.findByText(
        'You were signed out after a day without use. Sign in to go back to where you were.',
      ),
    ).toBeVisible();
  });
});

describe('addresses', () => {
  it('the front page leads to the integrations', async () => {
    const { router } = renderApp(new FakeServer(), '/');
    await screen.findByText('No account yet');
    expect(router.state.location.pathname).toBe('/integrations');
  });

  it('a signed-in person has no business at sign-in', async () => {
    const { router } = renderApp(new FakeServer(), '/sign-in');
    await screen.findByText('No account yet');
    expect(router.state.location.pathname).toBe('/integrations');
  });

  it('an unknown one says so, names it, and leads on', async () => {
    renderApp(new FakeServer(), '/no/such/page');
    expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeVisible();
    expect(screen.getByText('/no/such/page')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Check a deletion code' })).toHaveAttribute(
      'href',
      '/deletion-status',
    );
  });

  it('when nobody can tell who is signed in, says that and offers to reload', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = new FakeServer();
    server.fail('Viewer', { code: 'INTERNAL', requestId: 'req_77' });
    renderApp(server, '/integrations');
    expect(await screen.findByRole('heading', { name: /stopped working/ })).toBeVisible();
    expect(screen.getByText('req_77')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload this part' })).toBeVisible();
  });
});
