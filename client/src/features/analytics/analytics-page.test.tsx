import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../testing/render-screen';
import {
  connectionsMock,
  givenChartSize,
  givenConnection,
  nothingSynced,
  sevenDays,
  sevenDaysMock,
} from './analytics.fixtures';
import { SelectConnectionMutation } from './analytics.queries';
import { AnalyticsPage } from './analytics-page';

beforeEach(givenChartSize);

const reach = [610, null, 1_200, 2_180, null, 900, 700, 300, null];
const views = [1, 2, 3, 4, 5, 6, 7, 2, null];

function show(mocks: Parameters<typeof renderScreen>[1], address = '/analytics?range=7') {
  return renderScreen(<AnalyticsPage />, mocks, address);
}

function tile(name: RegExp) {
  return screen.findByRole('button', { name });
}

describe('the numbers', () => {
  const mocks = [
    connectionsMock([givenConnection()]),
    sevenDaysMock({
      REACH: { values: reach },
      VIEWS: { values: views, total: 28 },
      LIKES: { values: [0, 0, 0, 0, 0, 0, 0, null, null], total: 0 },
      PROFILE_LINKS_TAPS: { values: [1, null, 1, 1, 1, 1, 1, null, null], missingReason: 'META_ERROR' },
      FOLLOWS: { values: views.map(() => null), missingReason: 'TOO_FEW_FOLLOWERS' },
    }),
  ];

  it('say which days they cover, how fresh they are and whose days they are', async () => {
    show(mocks);
    const line = await screen.findByText(/7 complete days/);
    expect(line).toHaveTextContent(
      "14 Nov - 20 Nov 2026, 7 complete days. Refreshed 22 Nov, 12:10. Days follow Instagram's clock (Los Angeles).",
    );
  });

  it('never add up reach, and say why', async () => {
    show(mocks);
    expect(await tile(/^Reach/)).toHaveTextContent('Reachnot added up');
    await userEvent.click(screen.getByRole('button', { name: 'Why is Reach not added up?' }));
    expect(await screen.findByText(/Reach counts people, so days cannot be added up/)).toBeVisible();
  });

  it('show the total of the server, and words where there is none', async () => {
    show(mocks);
    expect(await tile(/^Views/)).toHaveTextContent('Views28');
    expect(await tile(/^Link taps/)).toHaveTextContent('Link taps-not known');
    await userEvent.click(screen.getByRole('button', { name: 'Why is Link taps not known?' }));
    expect(await screen.findByText(/^1 of 7 days is not known/)).toBeVisible();
    expect(await tile(/^Follows/)).toHaveTextContent('Follows-not known');
    expect(screen.getByText('Follows: not known, Instagram gives this from 100 followers.')).toBeVisible();
  });

  it('make no comparison and no trend', async () => {
    show(mocks);
    await tile(/^Views/);
    expect(document.body).not.toHaveTextContent(/more than|fewer than|%/);
  });

  it('are drawn for the tile that is pressed, which the address remembers', async () => {
    const { router } = show(mocks);
    expect(await tile(/^Reach/)).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('Reach ran between 610 and 2,180 a day; 2 days are not known.')).toBeVisible();
    await userEvent.click(await tile(/^Views/));
    expect(await tile(/^Views/)).toHaveAttribute('aria-pressed', 'true');
    expect(await tile(/^Reach/)).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('figure', { name: 'Views per day' })).toHaveTextContent(
      'Views ran between 1 and 7 a day.',
    );
    expect(router.state.location.search).toBe('?range=7&metric=views');
  });

  it('include the metrics without a tile', async () => {
    show(mocks, '/analytics?range=7&metric=likes');
    expect(await screen.findByText('Likes stayed at 0 a day.')).toBeVisible();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Metric' }), 'Views');
    expect(await tile(/^Views/)).toHaveAttribute('aria-pressed', 'true');
  });

  it('stand in a table as well, unknown days in words and never as 0', async () => {
    show(mocks);
    await tile(/^Reach/);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const rows = within(screen.getByRole('table', { name: 'Reach per day' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'DayReach',
      'Sat 14 Nov 2026610',
      'Sun 15 Nov 2026not known: Instagram gave no number',
      'Mon 16 Nov 20261,200',
      'Tue 17 Nov 20262,180',
      'Wed 18 Nov 2026not known: Instagram gave no number',
      'Thu 19 Nov 2026900',
      'Fri 20 Nov 2026700',
      'Sat 21 Nov 2026still filling, in no total300',
      expect.stringContaining('Total of the complete daysReach counts people'),
    ]);
  });

  it('draw nothing at all when no day is known', async () => {
    show(mocks, '/analytics?range=7&metric=follows');
    expect(await screen.findByText('There is no line to draw.')).toBeVisible();
    expect(screen.getByText(/Follows is not known on any of these days/)).toBeVisible();
  });

  it('can be asked for again when they could not be loaded', async () => {
    const failing = { request: sevenDays(), error: new Error('offline') };
    show([connectionsMock([givenConnection()]), failing, mocks[1] ?? failing]);
    await userEvent.click(await screen.findByRole('button', { name: 'Load again' }));
    expect(await tile(/^Views/)).toHaveTextContent('Views28');
    expect(screen.queryByRole('button', { name: 'Load again' })).not.toBeInTheDocument();
  });
});

describe('the account', () => {
  const second = givenConnection({ id: 'conn_2', username: 'hafen.cafe' });
  const select = {
    request: { query: SelectConnectionMutation, variables: { input: { connectionId: 'conn_2' } } },
    result: jest.fn(() => ({
      data: {
        selectConnection: {
          __typename: 'SelectConnectionPayload',
          account: {
            __typename: 'Account',
            id: 'acc_1',
            selectedConnection: { __typename: 'InstagramConnection', id: 'conn_2' },
          },
          userErrors: [],
        },
      },
    })),
  };
  const mocks = [
    connectionsMock([givenConnection(), second]),
    sevenDaysMock({ VIEWS: { values: views, total: 28 } }),
    sevenDaysMock({ VIEWS: { values: views, total: 99 } }, 'conn_2'),
    select,
  ];

  it('is the selected one, until another is chosen, which is remembered', async () => {
    const { router } = show(mocks);
    expect(await tile(/^Views/)).toHaveTextContent('Views28');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Account' }), '@hafen.cafe');
    expect(await screen.findByText('99')).toBeVisible();
    expect(router.state.location.search).toBe('?range=7&connection=conn_2');
    expect(select.result).toHaveBeenCalledTimes(1);
  });

  it('is the one of the address', async () => {
    show(mocks, '/analytics?range=7&connection=conn_2');
    expect(await screen.findByText('99')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Account' })).toHaveDisplayValue('@hafen.cafe');
  });
});

describe('an address with a connection that is not here', () => {
  it('shows another one and says so', async () => {
    show(
      [connectionsMock([givenConnection()]), sevenDaysMock({})],
      '/analytics?range=7&connection=conn_gone',
    );
    expect(
      await screen.findByText('The connection in this address is not here. This is @studio_nord.'),
    ).toBeVisible();
  });
});

describe('without numbers', () => {
  it('offers to connect when there is no connection', async () => {
    show([connectionsMock([])]);
    expect(await screen.findByRole('link', { name: 'Connect Instagram' })).toHaveAttribute(
      'href',
      '/integrations/connect',
    );
  });

  it('tells how far the first refresh is', async () => {
    show([
      connectionsMock([
        givenConnection({ analyticsSync: { ...nothingSynced, running: true, storedDays: 12 } }),
      ]),
    ]);
    expect(await screen.findByText(/last 30 days of @studio_nord. 12 days so far/)).toBeVisible();
  });

  it('tells that the first refresh failed, and that we try again', async () => {
    const failed = { ...nothingSynced, failedAt: '2026-11-22T11:10:00Z' };
    show([connectionsMock([givenConnection({ analyticsSync: failed })])]);
    expect(await screen.findByText(/The first refresh failed on/)).toHaveTextContent(
      'We try again by ourselves.',
    );
  });

  it('says that the permission is missing and where to grant it', async () => {
    const limited = givenConnection({
      status: 'LIMITED',
      missingPermissions: ['MANAGE_INSIGHTS'],
      analyticsSync: nothingSynced,
    });
    show([connectionsMock([limited])]);
    expect(await screen.findByText('Analytics is off: that permission was not granted.')).toBeVisible();
    expect(screen.getByRole('link', { name: /Grant analytics/ })).toHaveAttribute('href', '/integrations');
    expect(screen.queryByRole('button', { name: /Refresh/ })).not.toBeInTheDocument();
  });

  it('does not promise publishing when that was not granted either', async () => {
    const limited = givenConnection({
      missingPermissions: ['CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
      analyticsSync: nothingSynced,
    });
    show([connectionsMock([limited])]);
    expect(await screen.findByText('Analytics is off: that permission was not granted.')).toBeVisible();
  });
});

describe('numbers that are not renewed', () => {
  const numbers = sevenDaysMock({ VIEWS: { values: views, total: 28 } });

  it('are kept after the app was removed at Instagram, and nothing offers to refresh them', async () => {
    const removed = givenConnection({ status: 'DEAUTHORIZED', deauthorizedAt: '2026-11-12T14:02:00Z' });
    show([connectionsMock([removed]), numbers]);
    expect(await screen.findByText(/SocioGenie was removed at Instagram on/)).toHaveTextContent(
      'SocioGenie was removed at Instagram on 12 Nov, 15:02. The numbers up to then are kept. Nothing is refreshed any more.',
    );
    expect(await tile(/^Views/)).toHaveTextContent('Views28');
    expect(screen.queryByRole('button', { name: /Refresh/ })).not.toBeInTheDocument();
  });

  it('say since when after a refresh that failed', async () => {
    const stale = givenConnection();
    stale.analyticsSync = { ...stale.analyticsSync, failedAt: '2026-11-23T03:10:00Z' };
    show([connectionsMock([stale]), numbers]);
    expect(await screen.findByText(/These numbers are from/)).toHaveTextContent(
      'These numbers are from 22 Nov, 12:10. Refreshing failed 23 Nov, 04:10; we try again by ourselves.',
    );
    expect(await tile(/^Views/)).toHaveTextContent('Views28');
  });
});
