import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { leaveTo } from '../../lib/leave-to';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection } from '../../testing/samples';
import type { Attempt } from './connection.queries';

jest.mock('../../lib/leave-to', () => ({ leaveTo: jest.fn() }));
beforeEach(() => jest.mocked(leaveTo).mockReset());

const authorizationUrl = 'http://127.0.0.1:4001/oauth/authorize?state=s';
const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();
const attempt = (connectionId: string | null = null): NonNullable<Attempt> => ({
  startedAt: new Date().toISOString(),
  expiresAt: inTenMinutes(),
  connectionId,
});

function serverWaiting(connectionId: string | null = null, connections = [aConnection()]): FakeServer {
  const server: FakeServer = new FakeServer(
    { connections, attempt: attempt(connectionId) },
    {
      connectInstagram: () => ({ authorizationUrl, userErrors: [] }),
      cancelConnectInstagram: () => {
        server.state.attempt = null;
        return { account: { id: 'acc_1', connectAttempt: null }, userErrors: [] };
      },
    },
  );
  return server;
}

describe('while one is waited for at Instagram', () => {
  it('a card says until when, in the place of the one before the first connection', async () => {
    renderApp(serverWaiting(null, []), '/integrations');
    expect(await screen.findByText('Waiting for Instagram')).toBeVisible();
    expect(
      screen.getByText(/The link works until \d\d:\d\d; after that, start again\. Nothing is stored yet\.$/),
    ).toBeVisible();
    expect(screen.queryByText('No account yet')).not.toBeInTheDocument();
  });

  it('going on begins anew, for any account', async () => {
    const server = serverWaiting(null, []);
    renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Continue at Instagram' }));
    expect(leaveTo).toHaveBeenCalledWith(authorizationUrl);
    expect(server.received.at(-1)).toEqual({ name: 'ConnectInstagram', variables: { input: {} } });
  });

  it('cancelling takes the card away, says so aloud, and puts the focus on the screen’s heading', async () => {
    const server = serverWaiting();
    renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel connecting' }));
    await waitFor(() => expect(screen.queryByText('Waiting for Instagram')).not.toBeInTheDocument());
    expect(screen.getByText('Not waiting for Instagram any more')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('cancelling without an answer says so and changes nothing', async () => {
    const server = serverWaiting();
    server.fail('CancelConnect', 'no-answer');
    renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel connecting' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server did not answer.');
    expect(screen.getByText('Waiting for Instagram')).toBeVisible();
  });

  it('a connection that is renewed says it on its own card, and goes on with itself', async () => {
    const server = serverWaiting('conn_1');
    renderApp(server, '/integrations');
    const card = within(await screen.findByRole('region', { name: '@studio_nord' }));
    expect(screen.getAllByRole('region', { name: /./ }).map((one) => one.id)).toEqual(['conn_1']);
    expect(card.getByText('Connected', { selector: 'span' })).toBeVisible();
    expect(card.getByRole('button', { name: 'Disconnect' })).toBeVisible();
    await userEvent.click(card.getByRole('button', { name: 'Continue at Instagram' }));
    expect(server.received.at(-1)?.variables).toEqual({ input: { connectionId: 'conn_1' } });
    await userEvent.click(card.getByRole('button', { name: 'Cancel connecting' }));
    await waitFor(() => expect(card.queryByText(/^Waiting for Instagram/)).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: '@studio_nord' })).toHaveFocus();
  });

  it('what another window finished appears by itself, within seconds', async () => {
    const server = serverWaiting(null, []);
    renderApp(server, '/integrations');
    await screen.findByText('Waiting for Instagram');
    server.state.attempt = null;
    server.state.connections = [aConnection()];
    expect(await screen.findByRole('region', { name: '@studio_nord' }, { timeout: 6000 })).toBeVisible();
    expect(screen.queryByText('Waiting for Instagram')).not.toBeInTheDocument();
  });

  it('asks nothing while the page is hidden, and at once when it is seen again', async () => {
    const server = serverWaiting();
    renderApp(server, '/integrations');
    await screen.findByText('Waiting for Instagram');
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const asked = () => server.received.filter(({ name }) => name === 'Integrations').length;
    const before = asked();
    await act(() => new Promise((resolve) => setTimeout(resolve, 2500)));
    expect(asked()).toBe(before);
    hidden.mockReturnValue(false);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(asked()).toBe(before + 1);
    hidden.mockRestore();
  });
});

describe('a permission that is missing', () => {
  const limited = aConnection({
    status: 'LIMITED',
    grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'],
    missingPermissions: ['MANAGE_INSIGHTS'],
  });

  it('is granted by one press, which leads to Instagram for this connection', async () => {
    const server = serverWaiting(null, [limited]);
    server.state.attempt = null;
    renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Grant analytics access' }));
    expect(leaveTo).toHaveBeenCalledWith(authorizationUrl);
    expect(server.received.at(-1)).toEqual({
      name: 'ConnectInstagram',
      variables: { input: { connectionId: 'conn_1' } },
    });
  });

  it('stays, with the reason, when the server refuses for now', async () => {
    const server = serverWaiting(null, [limited]);
    server.state.attempt = null;
    server.fail('ConnectInstagram', { code: 'RATE_LIMITED', retryAfterSeconds: 600 });
    renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Grant analytics access' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/Too many tries/);
    expect(leaveTo).not.toHaveBeenCalled();
  });
});

describe('while Instagram has trouble with many', () => {
  const trouble = { since: '2026-11-23T09:42:00Z', nextTryAt: inTenMinutes() };
  const ended = aConnection({ id: 'conn_2', username: 'cafe', status: 'RECONNECT_NEEDED' });

  it('says it once above the cards, on the healthy card, and sends nobody there', async () => {
    renderApp(new FakeServer({ connections: [aConnection(), ended], trouble }), '/integrations');
    const healthy = within(await screen.findByRole('region', { name: '@studio_nord' }));
    expect(healthy.getByText('Instagram is having trouble')).toBeVisible();
    expect(screen.getByText('Instagram is having trouble.', { selector: 'strong' })).toBeVisible();
    expect(screen.getByText('2 connections')).toBeVisible();
    const controls = [...screen.getAllByRole('button'), ...screen.getAllByRole('link')];
    expect(controls.filter(({ dataset }) => dataset.variant === 'filled')).toEqual([]);
    expect(controls.filter(({ textContent }) => /^(reconnect|renew|grant)/i.test(textContent ?? ''))).toEqual(
      [],
    );
    expect(screen.getAllByRole('button', { name: 'Disconnect' })).toHaveLength(2);
  });
});
