import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConnectionStatus, InstagramPermission } from '../../gql/graphql';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection } from '../../testing/samples';

const LINK = { name: /^Turn comment refresh o/ };

async function showDetails(
  grantedPermissions: InstagramPermission[],
  { status = 'ACTIVE', offered = true }: { status?: ConnectionStatus; offered?: boolean } = {},
): Promise<void> {
  const server = new FakeServer({
    connections: [aConnection({ status, grantedPermissions })],
    commentEvents: offered,
  });
  renderApp(server, '/integrations');
  await userEvent.click(await screen.findByRole('button', { name: /Show details/ }));
}

it('offers to hear of comments, and makes the choice on the page before Instagram', async () => {
  await showDetails(['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS']);
  expect(await screen.findByText(/We fetch your numbers every hour\./)).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Turn comment refresh on' }));
  expect(await screen.findByRole('checkbox', { name: /soon after a comment/ })).toBeChecked();
  expect(screen.getByRole('heading', { name: 'Instagram will ask you for four permissions' })).toBeVisible();
});

it('offers to hear of them no more', async () => {
  await showDetails(['BASIC', 'MANAGE_COMMENTS']);
  expect(await screen.findByText(/and we fetch your numbers within minutes\./)).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Turn comment refresh off' }));
  expect(await screen.findByRole('checkbox', { name: /soon after a comment/ })).not.toBeChecked();
});

it.each<[string, { status?: ConnectionStatus; offered?: boolean }]>([
  ['where the installation takes no events', { offered: false }],
  ['while Instagram has ended access', { status: 'RECONNECT_NEEDED' }],
  ['when the app was removed at Instagram', { status: 'DEAUTHORIZED' }],
])('offers nothing %s', async (_when, options) => {
  await showDetails(['BASIC'], options);
  await screen.findByRole('heading', { name: 'Permissions' });
  expect(screen.queryByRole('link', LINK)).toBeNull();
});
