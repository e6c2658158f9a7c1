import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import { aDeletion, aFinishedDeletion } from '../../testing/samples';

beforeEach(() => localStorage.clear());

describe('deletions on the integrations screen', () => {
  it('shows the running steps as a list, without a handle that the page never knew', async () => {
    renderApp(new FakeServer({ deletions: [aDeletion()] }), '/integrations');
    expect(await screen.findByRole('heading', { name: 'Instagram connection' })).toBeVisible();
    const steps = screen
      .getAllByRole('list')
      .find((list) => within(list).queryByText(/Access key destroyed/));
    expect(steps?.tagName).toBe('OL');
    expect(screen.getByText('You can leave this page.')).toBeVisible();
  });

  it.each(['NO_ANSWER', 'REFUSED', 'NOT_KNOWN'] as const)(
    'says how to remove us at Instagram when it did not confirm: %s',
    async (accessWithdrawal) => {
      renderApp(new FakeServer({ deletions: [aFinishedDeletion({ accessWithdrawal })] }), '/integrations');
      expect(await screen.findByRole('link', { name: 'Apps and Websites' })).toHaveAttribute(
        'href',
        'http://127.0.0.1:4001/apps',
      );
    },
  );

  it('keeps the code whole for copying, though it is drawn in groups', async () => {
    renderApp(new FakeServer({ deletions: [aFinishedDeletion()] }), '/integrations');
    const code = await screen.findByText(
      (_text, element) => element?.tagName === 'CODE' && element.textContent === '7Q4M9KTDA2BCDEFGHJKMNPQRST',
    );
    expect(code).toBeVisible();
  });

  it('leads from a finished one to its receipt, and from a running one to its status', async () => {
    renderApp(
      new FakeServer({ deletions: [aFinishedDeletion(), aDeletion({ confirmationCode: 'B' })] }),
      '/integrations',
    );
    expect(await screen.findByRole('link', { name: 'View receipt' })).toHaveAttribute(
      'href',
      '/deletion-status/7Q4M9KTDA2BCDEFGHJKMNPQRST',
    );
    expect(screen.getByRole('link', { name: 'View deletion status' })).toHaveAttribute(
      'href',
      '/deletion-status/B',
    );
  });

  it('hides a finished one for good on this device, and can never be looked up from there', async () => {
    const server = new FakeServer({ deletions: [aFinishedDeletion()] });
    const first = renderApp(server, '/integrations');
    await userEvent.click(await screen.findByRole('button', { name: 'Hide this line' }));
    expect(screen.queryByText('Removed connection')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    first.unmount();

    renderApp(server, '/integrations');
    await screen.findByText('No account yet');
    expect(screen.queryByText('Removed connection')).not.toBeInTheDocument();
    expect(JSON.stringify(localStorage)).not.toContain('7Q4M9KTDA2BCDEFGHJKMNPQRST');
  });

  it('offers no hiding while one is running', async () => {
    renderApp(new FakeServer({ deletions: [aDeletion()] }), '/integrations');
    await screen.findByText('You can leave this page.');
    expect(screen.queryByRole('button', { name: 'Hide this line' })).not.toBeInTheDocument();
  });
});
