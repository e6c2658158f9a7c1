import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../../testing/fake-server';
import { renderApp } from '../../../testing/render-app';
import { aConnection } from '../../../testing/samples';
import type { ConnectionTransfer, TransferRequest } from './transfer.queries';

const TAKEN = { pathname: '/integrations', search: '?connect=taken', hash: '#proof=v1.sealed' };
const transfer: ConnectionTransfer = {
  askedAt: '2026-11-23T18:00:00Z',
  answerDueAt: '2026-11-26T18:00:00Z',
  overdue: false,
  endsAt: '2026-12-03T18:00:00Z',
};
const request: TransferRequest = {
  id: 'tr_1',
  username: 'studio_nord',
  state: 'ASKED',
  askedAt: '2026-11-23T18:00:00Z',
  answerDueAt: '2026-11-26T18:00:00Z',
  endsAt: '2026-12-03T18:00:00Z',
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('what is held elsewhere', () => {
  it('can be asked for: it is said what that means, then how far it is, with the proof out of the address', async () => {
    const server: FakeServer = new FakeServer(
      {},
      {
        askForTransfer: () => {
          server.state.transferRequests = [request];
          return { transferRequest: request, userErrors: [] };
        },
      },
    );
    const { router } = renderApp(server, TAKEN);
    expect(await screen.findByText(/cannot be connected here right now/)).toBeVisible();
    expect(screen.getByText(/has 72 hours to keep it or to let it go/)).toBeVisible();
    expect(router.state.location).toMatchObject({ search: '', hash: '' });
    await press('Ask for it to be moved here');

    expect(await screen.findByText(/^Asked\./)).toHaveFocus();
    expect(server.received.find(({ name }) => name === 'AskForTransfer')?.variables).toEqual({
      input: { proof: 'v1.sealed' },
    });
    const card = within(await screen.findByRole('region', { name: '@studio_nord' }));
    expect(card.getByText(/can answer until Thu 26 Nov 2026, 19:00/)).toBeVisible();
  });

  it('cannot be asked for too soon: it is said from when on', async () => {
    const refusal = {
      __typename: 'TransferTooSoon',
      message: 'This Instagram account was asked for a short time ago. It can be asked for again later.',
      retryAt: '2026-12-23T18:00:00Z',
    };
    const answer = () => ({ transferRequest: null, userErrors: [refusal] });
    renderApp(new FakeServer({}, { askForTransfer: answer }), TAKEN);
    await screen.findByText(/cannot be connected here right now/);
    await press('Ask for it to be moved here');
    expect(await screen.findByRole('alert')).toHaveTextContent('You can from Wed 23 Dec 2026, 19:00.');
    expect(screen.getByRole('button', { name: 'Ask for it to be moved here' })).toBeVisible();
  });

  it('is no offer without a proof', async () => {
    renderApp(new FakeServer(), '/integrations?connect=taken');
    await screen.findByText(/cannot be connected here right now/);
    expect(screen.queryByRole('button', { name: 'Ask for it to be moved here' })).not.toBeInTheDocument();
  });
});

describe('what one asked for', () => {
  it('can be taken back', async () => {
    const server: FakeServer = new FakeServer(
      { transferRequests: [request] },
      {
        withdrawTransfer: () => {
          server.state.transferRequests = [];
          return { account: { id: 'acc_1', transferRequests: [] }, userErrors: [] };
        },
      },
    );
    renderApp(server, '/integrations');
    await screen.findByRole('region', { name: '@studio_nord' });
    await press('Withdraw request');
    await waitFor(() => expect(screen.queryByText('Asked for')).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('when nobody answered: says until when, and leads to connecting', async () => {
    renderApp(new FakeServer({ transferRequests: [{ ...request, state: 'READY' }] }), '/integrations');
    const card = within(await screen.findByRole('region', { name: '@studio_nord' }));
    expect(card.getByText('Can be connected now')).toBeVisible();
    expect(card.getByText(/Connect it until Thu 3 Dec 2026, 19:00/)).toBeVisible();
    expect(card.getByRole('link', { name: 'Connect @studio_nord' })).toHaveAttribute(
      'href',
      '/integrations/connect',
    );
  });
});

describe('a connection that somebody asks for', () => {
  const open = (
    answers: ConstructorParameters<typeof FakeServer>[1],
    changes: Partial<ConnectionTransfer> = {},
  ) => {
    const server = new FakeServer(
      { connections: [aConnection({ transfer: { ...transfer, ...changes } })] },
      answers,
    );
    return { server, ...renderApp(server, '/integrations') };
  };

  it('says what happens without an answer, and is kept with one press', async () => {
    const { server } = open({
      keepConnection: () => {
        server.state.connections = [aConnection()];
        return { connection: aConnection(), userErrors: [] };
      },
    });
    expect(await screen.findByText(/Answer until Thu 26 Nov 2026, 19:00/)).toBeVisible();
    expect(screen.getByText(/they are not told who you are/)).toBeVisible();
    expect(screen.getByText('1 connection, 1 needs you')).toBeVisible();
    await press('Keep @studio_nord here');
    await waitFor(() => expect(screen.queryByText(/Answer until/)).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: '@studio_nord' })).toHaveFocus();
  });

  it('is released after a dialog with counts, whose focus is on Cancel', async () => {
    const { server } = open({
      releaseConnection: () => {
        server.state.connections = [];
        return { deletionStatus: null, userErrors: [] };
      },
    });
    await screen.findByText(/Answer until/);
    await press('Release @studio_nord');
    const dialog = within(await screen.findByRole('dialog', { name: 'Release @studio_nord?' }));
    expect(dialog.getByText(/30 days of analytics/)).toBeVisible();
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await userEvent.click(dialog.getByRole('button', { name: 'Release @studio_nord' }));
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: '@studio_nord' })).not.toBeInTheDocument(),
    );
    expect(server.received.find(({ name }) => name === 'ReleaseConnection')?.variables).toEqual({
      input: { connectionId: 'conn_1' },
    });
  });

  it('once the time is over: says until when it may move, and cannot be kept', async () => {
    open({}, { overdue: true });
    expect(await screen.findByText(/If they connect it until Thu 3 Dec 2026, 19:00, it moves/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep @studio_nord here' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Release @studio_nord' })).toBeVisible();
  });
});
