import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection, aDeletion, aFinishedDeletion, aRemovedConnection } from '../../testing/samples';
import type { CardConnection } from './connection.queries';

/** A server on which disconnecting cuts the connection at once and leaves a deletion that is erasing. */
function serverWith(...connections: CardConnection[]): FakeServer {
  const server: FakeServer = new FakeServer(
    { connections },
    {
      disconnectInstagram: ({ connectionId }) => {
        server.state.connections = server.state.connections.filter(({ id }) => id !== connectionId);
        server.state.deletions = [aDeletion()];
        return { deletionStatus: server.state.deletions[0], userErrors: [] };
      },
    },
  );
  return server;
}

async function openDialog(server: FakeServer, button = 'Disconnect') {
  const user = userEvent.setup();
  const app = renderApp(server, '/integrations');
  const opener = await screen.findByRole('button', { name: button });
  await user.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'Disconnect @studio_nord?' });
  return { ...app, user, opener, dialog };
}

describe('the disconnect dialog', () => {
  it('counts afresh, and says what goes and what stays where', async () => {
    const server = serverWith(aConnection());
    const user = userEvent.setup();
    renderApp(server, '/integrations');
    const opener = await screen.findByRole('button', { name: 'Disconnect' });
    const [connection] = server.state.connections;
    if (connection !== undefined) {
      server.state.connections = [
        { ...connection, analyticsSync: { ...connection.analyticsSync, storedDays: 412 } },
      ];
    }
    await user.click(opener);

    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('access key; Instagram ids, username, name and picture; 412 days of analytics'),
    ).toBeVisible();
    expect(dialog.getByText('posts already published stay on Instagram')).toBeVisible();
    expect(dialog.getByText(/This cannot be undone\./)).toBeVisible();
  });

  it('says "not known" rather than 0 when the days cannot be counted', async () => {
    const server = serverWith(aConnection());
    server.fail('DisconnectCounts', 'no-answer');
    const { dialog } = await openDialog(server);
    expect(within(dialog).getByText(/analytics \(number of days not known\)/)).toBeVisible();
  });

  it('opens on Cancel, closes by Escape, and gives the focus back', async () => {
    const server = serverWith(aConnection());
    const { user, opener } = await openDialog(server);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus());

    await user.keyboard('{Escape}');

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(opener).toHaveFocus());
    expect(server.received.map(({ name }) => name)).not.toContain('DisconnectInstagram');
  });

  it('is the same for Delete Instagram data, and claims no access key that is gone already', async () => {
    const { dialog } = await openDialog(serverWith(aRemovedConnection()), 'Delete Instagram data');
    expect(
      within(dialog).getByText('Instagram ids, username, name and picture; 30 days of analytics'),
    ).toBeVisible();
    expect(within(dialog).queryByText(/We ask Instagram to withdraw/)).not.toBeInTheDocument();
  });

  it('stays open with the reason when the server does not answer, and changes nothing', async () => {
    const server = serverWith(aConnection());
    server.fail('DisconnectInstagram', 'no-answer');
    const { user, dialog } = await openDialog(server);

    await user.click(within(dialog).getByRole('button', { name: 'Disconnect @studio_nord' }));

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The server did not answer.');
    expect(screen.getByRole('heading', { name: '@studio_nord', hidden: true })).toBeInTheDocument();
  });

  it('closes on a connection that another tab has disconnected meanwhile', async () => {
    const server = serverWith(aConnection());
    server.fail('DisconnectInstagram', { code: 'NOT_FOUND' });
    const { user, dialog } = await openDialog(server);
    server.state.connections = [];
    server.state.deletions = [aFinishedDeletion()];

    await user.click(within(dialog).getByRole('button', { name: 'Disconnect @studio_nord' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByText('Removed connection')).toBeVisible();
  });
});

describe('disconnecting', () => {
  it('shows the steps, moves there, and forgets the handle the moment erasing is done', async () => {
    const server = serverWith(aConnection());
    const { user, dialog, client } = await openDialog(server);
    await user.click(within(dialog).getByRole('button', { name: 'Disconnect @studio_nord' }));

    expect(await screen.findByText('Disconnecting', { selector: 'span' })).toBeVisible();
    const heading = screen.getByRole('heading', { name: '@studio_nord' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.getByText(/Access key destroyed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Disconnect' })).not.toBeInTheDocument();
    await waitFor(() => expect(JSON.stringify(client.cache.extract())).not.toContain('studio_nord'));

    server.state.deletions = [aFinishedDeletion()];

    expect(await screen.findByText('Disconnected', { selector: 'span' }, { timeout: 8000 })).toBeVisible();
    expect(document.body).not.toHaveTextContent('studio_nord');
    expect(screen.getByRole('link', { name: 'View receipt' })).toHaveAttribute(
      'href',
      '/deletion-status/7Q4M9KTDA2BCDEFGHJKMNPQRST',
    );
  });

  it('leaves the other connections as they are', async () => {
    const server = serverWith(aConnection(), aConnection({ id: 'conn_2', username: 'studio_nord_2' }));
    const user = userEvent.setup();
    const { client } = renderApp(server, '/integrations');
    const first = within(await screen.findByRole('region', { name: '@studio_nord' }));
    await user.click(first.getByRole('button', { name: 'Disconnect' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect @studio_nord?' }));
    await user.click(dialog.getByRole('button', { name: 'Disconnect @studio_nord' }));

    await screen.findByText('Disconnecting', { selector: 'span' });
    expect(screen.getByRole('region', { name: '@studio_nord_2' })).toBeVisible();
    expect(Object.keys(client.cache.extract() as object)).toContain('InstagramConnection:conn_2');
    expect(server.received.filter(({ name }) => name === 'DisconnectInstagram')).toEqual([
      { name: 'DisconnectInstagram', variables: { input: { connectionId: 'conn_1' } } },
    ]);
  });
});
