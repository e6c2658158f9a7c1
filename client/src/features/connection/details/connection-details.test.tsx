import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../../testing/fake-server';
import { renderApp } from '../../../testing/render-app';
import { aConnection, aRemovedConnection } from '../../../testing/samples';
import type { CardConnection } from '../connection.queries';

const limited = aConnection({
  status: 'LIMITED',
  statusReason: 'PERMISSION_NOT_GRANTED',
  checkedAt: '2026-11-23T18:56:00Z',
  grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'],
  missingPermissions: ['MANAGE_INSIGHTS'],
});

async function openDetails(connection: CardConnection, prepare: (server: FakeServer) => void = () => {}) {
  const server = new FakeServer({ connections: [connection] });
  prepare(server);
  const user = userEvent.setup();
  renderApp(server, '/integrations');
  const button = await screen.findByRole('button', { name: 'Show details' });
  button.focus();
  await user.keyboard('{Enter}');
  return { server, user, button };
}

const part = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 3, name });
  const section = heading.closest('section');
  if (section === null) throw new Error(`${name} stands in no section`);
  return section;
};

describe('the details of a card', () => {
  it('open in place by keyboard, keep the focus where it was, and close again', async () => {
    const { user, button } = await openDetails(limited);
    await part('Permissions');
    expect(button).toHaveFocus();
    expect(button).toHaveAccessibleName('Hide details');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('heading', { name: 'Permissions' })).not.toBeInTheDocument();
  });

  it('tell what each permission is for, when it was granted and when it was last used', async () => {
    await openDetails(limited);
    const permissions = await part('Permissions');
    const rows = [...permissions.querySelectorAll('dl > div')];
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      [
        'See your profile',
        'Username, name and account id, to show which account is connected.',
        expect.stringMatching(/^Granted 3 Mar 2026, last used /),
      ],
      ['Publish posts', 'For posts. This version of SocioGenie does not publish yet.', 'Granted 3 Mar 2026'],
      ['Read analytics', 'Reach, views and the other daily numbers.', 'Not granted'],
    ]);
  });

  it('tell the last checks and renewals and how Instagram answered, in words', async () => {
    await openDetails(limited, ({ state }) => {
      state.checks = [
        { askedAt: '2026-11-23T18:56:00Z', kind: 'CHECK', outcome: 'ANSWERED', code: null },
        { askedAt: '2026-11-22T02:10:00Z', kind: 'RENEWAL', outcome: 'REFUSED', code: '190/467' },
        { askedAt: '2026-11-21T02:10:00Z', kind: 'CHECK', outcome: 'NO_ANSWER', code: null },
        { askedAt: '2026-11-15T02:10:00Z', kind: 'RENEWAL', outcome: 'ANSWERED', code: null },
      ];
    });
    const words = async (name: string) =>
      within(await part(name))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent?.replace(/^.*?\d\d:\d\d/, ''));
    expect(await words('Last checks')).toEqual(['Instagram answered', 'Instagram did not answer']);
    expect(await words('Renewals')).toEqual(['Not renewed: Instagram refused (code 190/467)', 'Renewed']);
  });

  it('say what is not there yet, rather than nothing', async () => {
    await openDetails(aRemovedConnection());
    expect(await part('Permissions')).toHaveTextContent('None: SocioGenie was removed at Instagram.');
    expect(await part('Last checks')).toHaveTextContent(/None so far\. We check when/);
    expect(await part('Renewals')).toHaveTextContent('None so far.');
    expect(await part('Access')).toHaveTextContent('ended, the key is destroyed');
    expect(await part('Access')).toHaveTextContent('a message from Instagram');
  });

  it.each([
    [true, 'Diagnostic id copied.'],
    [false, 'Your browser did not copy it: select the id and copy it yourself.'],
  ])('hand out the id for whoever helps, and say whether it was copied: %s', async (works, sentence) => {
    const { user } = await openDetails(limited);
    expect(await part('Diagnostic id')).toHaveTextContent('K7QM4T2D9XWB');
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    if (works) write.mockResolvedValue();
    else write.mockRejectedValue(new DOMException('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy id' }));
    expect(write).toHaveBeenCalledWith('K7QM4T2D9XWB');
    const shown = await screen.findAllByText(sentence);
    expect(shown.map((one) => one.getAttribute('aria-live'))).toEqual([null, 'polite']);
  });

  it('say so when they cannot be had', async () => {
    await openDetails(limited, (server) => server.fail('ConnectionDetails', 'no-answer'));
    expect(await screen.findByText(/The server did not answer/)).toBeVisible();
  });
});
