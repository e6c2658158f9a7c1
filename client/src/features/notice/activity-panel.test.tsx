import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';
import type { ShownNotice } from './notice.queries';

const notice = (changes: Partial<ShownNotice> = {}): ShownNotice => ({
  id: 'act_1',
  kind: 'REMOVED_AT_INSTAGRAM',
  sentence: 'SocioGenie was removed at Instagram',
  toldAt: '2026-11-12T13:02:00Z',
  seen: false,
  mail: 'SENT',
  connection: null,
  ...changes,
});

const seeing = (server: FakeServer) => ({
  markActivitySeen: () => {
    server.state.notices = server.state.notices.map((one) => ({ ...one, seen: true }));
    return { account: { id: 'acc_1', unseenActivityCount: 0 }, userErrors: [] };
  },
});

async function openPanel(count: string) {
  const [button] = await screen.findAllByRole('button', { name: count });
  await userEvent.click(button as HTMLElement);
  return within(await screen.findByRole('dialog', { name: 'Activity' }));
}

it('says in words how many are new, lists them, and counts them as seen once they are shown', async () => {
  const answers: Record<string, () => unknown> = {};
  const server = new FakeServer(
    { notices: [notice(), notice({ id: 'act_0', kind: 'NEW_DEVICE', sentence: 'New sign-in', seen: true })] },
    { markActivitySeen: () => answers.markActivitySeen?.() },
  );
  Object.assign(answers, seeing(server));
  renderApp(server, '/integrations');
  const panel = await openPanel('Activity (1 new)');
  const entries = await panel.findAllByRole('listitem');
  expect(entries.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^SocioGenie was removed at InstagramNew\. 12 Nov.*See what you can do$/),
    expect.stringMatching(/^New sign-in12 Nov/),
  ]);
  expect(server.received).toContainEqual({
    name: 'MarkActivitySeen',
    variables: { input: { throughId: 'act_1' } },
  });
  await userEvent.keyboard('{Escape}');
  expect((await screen.findAllByRole('button', { name: 'Activity' })).length).toBeGreaterThan(0);
});

it('says what became of a mail only where it did not go as one expects', async () => {
  const notices = (['SENT', 'NONE', 'QUEUED', 'UNKNOWN', 'FAILED'] as const).map((mail) =>
    notice({ id: mail, sentence: mail, mail, seen: true }),
  );
  renderApp(new FakeServer({ notices }), '/integrations');
  const panel = await openPanel('Activity');
  const entries = await panel.findAllByRole('listitem');
  expect(entries.map(({ textContent }) => /mail about this/.test(textContent ?? ''))).toEqual([
    ...[false, false, false, true, true],
  ]);
});

it('says so when there is nothing, and loads again after a failure', async () => {
  const server = new FakeServer();
  server.fail('Activity', 'no-answer');
  renderApp(server, '/integrations');
  const panel = await openPanel('Activity');
  expect(await panel.findByText(/Activity could not be loaded\./)).toBeVisible();
  server.fail('Activity', null);
  await userEvent.click(panel.getByRole('button', { name: 'Load again' }));
  expect(await panel.findByText(/Nothing yet\./)).toBeVisible();
});
