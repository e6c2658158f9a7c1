import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConnectionCheckOutcome } from '../../../gql/graphql';
import { FakeServer } from '../../../testing/fake-server';
import { renderApp } from '../../../testing/render-app';
import { aConnection, aRemovedConnection } from '../../../testing/samples';
import { checkedSentence } from './check-words';

const earlier = { askedAt: '2026-11-23T12:00:00Z', kind: 'CHECK', outcome: 'NO_ANSWER', code: null } as const;

/** A server that queues a check; its answer comes when the story says so. */
function serverWith(userErrors: object[] = []) {
  return new FakeServer(
    { connections: [aConnection()], checks: [earlier] },
    { checkConnection: () => ({ connection: null, userErrors }) },
  );
}

function answered(server: FakeServer, outcome: ConnectionCheckOutcome): void {
  server.state.checks = [
    { askedAt: '2026-11-23T18:02:00Z', kind: 'CHECK', outcome, code: null },
    ...server.state.checks,
  ];
}

async function press(server: FakeServer) {
  renderApp(server, '/integrations');
  const button = await screen.findByRole('button', { name: 'Check now' });
  await userEvent.click(button);
  return button;
}

describe('checking a connection now', () => {
  it('shows that it is under way, then what Instagram said, on screen and aloud', async () => {
    const server = serverWith();
    const button = await press(server);
    await waitFor(() => expect(button).toHaveAccessibleName('Checking...'));
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(server.received).toContainEqual({
      name: 'CheckConnection',
      variables: { input: { connectionId: 'conn_1' } },
    });

    answered(server, 'ANSWERED');

    const shown = await screen.findAllByText('Checked at 19:02: Instagram answered.', {}, { timeout: 4000 });
    expect(shown.map((one) => one.getAttribute('aria-live'))).toEqual([null, 'polite']);
    await waitFor(() => expect(button).toHaveAccessibleName('Check now'));
    expect(button).toHaveFocus();
  });

  it('asked for too often: from when on it is accepted', async () => {
    const tooSoon = { __typename: 'CheckTooSoon', message: 'Too soon.', path: null };
    await press(serverWith([{ ...tooSoon, retryAt: '2026-11-23T18:05:00Z' }]));
    const [sentence] = await screen.findAllByText(
      'This connection was checked a moment ago. You can check again from 19:05.',
    );
    expect(sentence).toBeVisible();
  });

  it('without an access that could be checked: what to do instead', async () => {
    await press(serverWith([{ __typename: 'ReconnectNeeded', message: 'Reconnect.', path: null }]));
    expect((await screen.findAllByText(/There is no access left/))[0]).toBeVisible();
  });

  it('of a server that does not answer: says so, and can be pressed again', async () => {
    const server = serverWith();
    server.fail('CheckConnection', 'no-answer');
    const button = await press(server);
    expect((await screen.findAllByText(/The server did not answer/))[0]).toBeVisible();
    expect(button).not.toHaveAttribute('aria-disabled');
  });

  it('that has changed the card does not say that nothing changes', async () => {
    const server = serverWith();
    await press(server);
    server.state.connections = [
      aConnection({
        status: 'RECONNECT_NEEDED',
        statusReason: 'PASSWORD_CHANGED',
        statusEvidence: { kind: 'CHECK' },
      }),
    ];
    answered(server, 'ACCESS_REFUSED');
    const shown = await screen.findAllByText(
      'Checked at 19:02: Instagram did not accept our access. That is confirmed; this card says what to do.',
      {},
      { timeout: 4000 },
    );
    expect(shown[0]).toBeVisible();
  });

  it('that takes the button away leaves the focus on the card', async () => {
    const server = serverWith();
    await press(server);
    server.state.connections = [aRemovedConnection()];
    answered(server, 'REMOVED');
    await screen.findByText('Removed at Instagram', {}, { timeout: 4000 });
    await waitFor(() => expect(screen.getByRole('heading', { name: '@studio_nord' })).toHaveFocus());
  });

  it('is not offered where no check could change anything', async () => {
    const other = aConnection({ id: 'conn_2', status: 'RECONNECT_NEEDED', statusReason: 'ACCESS_EXPIRED' });
    renderApp(new FakeServer({ connections: [aRemovedConnection(), other] }), '/integrations');
    await screen.findByText('Removed at Instagram');
    expect(screen.queryByRole('button', { name: 'Check now' })).not.toBeInTheDocument();
  });
});

describe('what an answer means', () => {
  it.each([
    ['ACCESS_REFUSED', /One answer alone changes nothing/],
    ['REMOVED', /One answer alone changes nothing/],
    ['PERMISSION_MISSING', /One answer alone changes nothing/],
    ['RATE_LIMITED', /asked too often\. That says nothing about your connection/],
    ['TROUBLE', /trouble of its own\. That says nothing about your connection/],
    ['NO_ANSWER', /did not answer\. That says nothing about your connection/],
    ['REFUSED', /refused\. That says nothing about your connection/],
  ] as const)('%s', (outcome, words) => {
    expect(checkedSentence(outcome, '19:02', false)).toMatch(/^Checked at 19:02: Instagram /);
    expect(checkedSentence(outcome, '19:02', false)).toMatch(words);
  });
});
