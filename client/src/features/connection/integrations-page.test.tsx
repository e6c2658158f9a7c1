import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aConnection, aRemovedConnection } from '../../testing/samples';
import type { CardConnection } from './connection.queries';

const limited = aConnection({
  id: 'conn_2',
  username: 'atelier_sud',
  status: 'LIMITED',
  grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'],
  missingPermissions: ['MANAGE_INSIGHTS'],
});

function open(connections: CardConnection[], address = '/integrations') {
  const server = new FakeServer({ connections });
  return { server, ...renderApp(server, address) };
}

const card = (handle: string) => screen.findByRole('region', { name: `@${handle}` });

describe('Social Media Integration', () => {
  it('before the first connection: says what one needs, and offers to connect once', async () => {
    open([]);
    expect(await screen.findByText('No account yet')).toBeVisible();
    expect(screen.getByText('a professional account (business or creator)')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Connect Instagram' })).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Connect Instagram' })).toHaveAttribute(
      'href',
      '/integrations/connect',
    );
  });

  it('names the window, and shows every card with its state and a Disconnect in sight', async () => {
    open([aConnection(), limited, aRemovedConnection({ id: 'conn_3', username: 'bike_repair' })]);

    expect(within(await card('studio_nord')).getByText('Connected', { selector: 'span' })).toBeVisible();
    expect(within(await card('atelier_sud')).getByText('Limited')).toBeVisible();
    expect(within(await card('bike_repair')).getByText('Removed at Instagram')).toBeVisible();
    expect(document.title).toBe('Social Media Integration - SocioGenie');
    for (const handle of ['studio_nord', 'atelier_sud', 'bike_repair']) {
      expect(within(await card(handle)).getByRole('button', { name: 'Disconnect' })).toBeVisible();
    }
  });

  it('healthy: leads to its analytics, with no filled button on the card', async () => {
    open([aConnection()]);
    const healthy = within(await card('studio_nord'));
    expect(healthy.getByRole('link', { name: 'See analytics' })).toHaveAttribute(
      'href',
      '/analytics?connection=conn_1',
    );
    const filled = [...healthy.getAllByRole('button'), ...healthy.getAllByRole('link')].filter(
      (control) => control.dataset.variant === 'filled',
    );
    expect(filled).toEqual([]);
  });

  it('removed at Instagram: offers to connect again or to delete the data', async () => {
    open([aRemovedConnection()]);
    const removed = within(await card('studio_nord'));
    expect(removed.getByRole('link', { name: 'Connect again' })).toHaveAttribute(
      'href',
      '/integrations/connect?connection=conn_1',
    );
    expect(removed.getByRole('button', { name: 'Delete Instagram data' })).toBeVisible();
  });

  it('puts those that need the person first, and says how many there are', async () => {
    open([aConnection(), limited]);
    await card('studio_nord');
    const handles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(handles).toEqual(['@atelier_sud', '@studio_nord']);
    expect(screen.getByText('2 connections, 1 needs you')).toBeVisible();
  });

  it('when the server does not answer: says so, and comes back when asked', async () => {
    const server = new FakeServer({ connections: [aConnection()] });
    server.fail('Integrations', 'no-answer');
    renderApp(server, '/integrations');
    expect(await screen.findByText(/The server did not answer/)).toBeVisible();

    server.fail('Integrations', null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await card('studio_nord')).toBeVisible();
    expect(screen.queryByText(/The server did not answer/)).not.toBeInTheDocument();
  });
});

describe('while one stays on the screen', () => {
  it('keeps what was there when a later answer fails, and says that it may be old', async () => {
    const { server, client } = open([aConnection()]);
    await card('studio_nord');
    server.fail('Integrations', 'no-answer');
    await act(
      async () => void (await client.refetchQueries({ include: ['Integrations'] }).catch(() => null)),
    );

    expect(await screen.findByText('What you see may be out of date. We keep trying.')).toBeVisible();
    expect(await card('studio_nord')).toBeVisible();
  });

  it('says a change of state aloud, and keeps the cards where they are', async () => {
    const { server, client } = open([aConnection({ id: 'conn_0', username: 'cafe' }), aConnection()]);
    await card('studio_nord');
    server.state.connections = [aConnection({ id: 'conn_0', username: 'cafe' }), aRemovedConnection()];
    await act(async () => void (await client.refetchQueries({ include: ['Integrations'] })));

    expect(await screen.findByText('@studio_nord: Removed at Instagram')).toHaveAttribute(
      'aria-live',
      'polite',
    );
    const handles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(handles).toEqual(['@cafe', '@studio_nord']);
  });
});

describe('coming back from Instagram', () => {
  it('connected: tells it on the card, moves there, and cleans the address', async () => {
    const { router } = open([aConnection()], '/integrations?connect=connected&connection=conn_1');
    const sentence = await screen.findByText(
      '@studio_nord is connected, with every permission we asked for.',
    );
    expect(await card('studio_nord')).toContainElement(sentence);
    expect(screen.getByRole('heading', { name: '@studio_nord' })).toHaveFocus();
    expect(router.state.location.search).toBe('');
  });

  it('cancelled: tells it above the cards, moves there, and offers to start again', async () => {
    const { router } = open([], '/integrations?connect=cancelled');
    const sentence = await screen.findByText('You cancelled at Instagram. Nothing was stored.');
    expect(document.activeElement).toContainElement(sentence);
    expect(screen.getByRole('link', { name: 'Start again' })).toHaveAttribute(
      'href',
      '/integrations/connect',
    );
    expect(router.state.location.search).toBe('');
  });

  it('wrong account: starting again reconnects the same connection', async () => {
    open([aConnection()], '/integrations?connect=wrong-account&connection=conn_1');
    expect(await screen.findByRole('link', { name: 'Start again' })).toHaveAttribute(
      'href',
      '/integrations/connect?connection=conn_1',
    );
  });
});
