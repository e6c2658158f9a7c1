import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../testing/render-screen';
import { connectionsMock, givenChartSize, givenConnection, sevenDaysMock } from './analytics.fixtures';
import { SyncAnalyticsMutation } from './analytics.queries';
import { AnalyticsPage } from './analytics-page';
import type { AnalyticsConnection } from './model/connection-state';

beforeEach(givenChartSize);

const before = sevenDaysMock({ VIEWS: { values: [1, 2, 3, 4, 5, 6, 7, null, null], total: 28 } });
const after = sevenDaysMock({ VIEWS: { values: [1, 2, 3, 4, 5, 6, 9, null, null], total: 30 } });

function running(part: Partial<AnalyticsConnection['analyticsSync']>): AnalyticsConnection {
  const connection = givenConnection();
  return { ...connection, analyticsSync: { ...connection.analyticsSync, ...part } };
}

function syncMock(connection: AnalyticsConnection | null, userErrors: object[] = []) {
  return {
    request: { query: SyncAnalyticsMutation, variables: { input: { connectionId: 'conn_1' } } },
    result: { data: { syncAnalytics: { __typename: 'SyncAnalyticsPayload', connection, userErrors } } },
  };
}

async function press(mocks: Parameters<typeof renderScreen>[1]) {
  renderScreen(<AnalyticsPage />, mocks, '/analytics?range=7');
  expect(await screen.findByRole('button', { name: /^Views/ })).toHaveTextContent('Views28');
  await userEvent.click(screen.getByRole('button', { name: 'Refresh analytics' }));
}

describe('Refresh analytics', () => {
  it('tells that it runs, keeps the numbers meanwhile, and shows the new ones when they are here', async () => {
    const first = { ...connectionsMock([givenConnection()]), maxUsageCount: 1 };
    const done = connectionsMock([running({ syncedAt: '2026-11-22T12:30:00Z' })]);
    await press([first, { ...before, maxUsageCount: 1 }, syncMock(running({ running: true })), done, after]);
    expect(await screen.findByText('Refreshing now.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Views/ })).toHaveTextContent('Views28');
    expect(await screen.findByText('Analytics is refreshed.', {}, { timeout: 4_000 })).toBeInTheDocument();
    expect(await screen.findByText('30', { selector: 'button *' })).toBeVisible();
    expect(screen.getByText(/Refreshed/)).toHaveTextContent('Refreshed 22 Nov, 13:30');
    expect(screen.queryByText('Refreshing now.')).not.toBeInTheDocument();
  });

  it('says from when it can be asked again', async () => {
    const tooSoon = { __typename: 'SyncTooSoon', message: 'Too soon', retryAt: '2026-11-23T13:05:00Z' };
    await press([connectionsMock([givenConnection()]), before, syncMock(null, [tooSoon])]);
    expect(await screen.findByText(/refreshed a moment ago/)).toHaveTextContent(
      /You can refresh again from 23 Nov.*, 14:05\./,
    );
  });

  it('leads to the reconnect when Instagram ended the access', async () => {
    const refused = { __typename: 'ReconnectNeeded', message: 'No access' };
    await press([connectionsMock([givenConnection()]), before, syncMock(null, [refused])]);
    expect(await screen.findByText(/Instagram ended our access/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Reconnect first' })).toHaveAttribute(
      'href',
      '/integrations/connect?connection=conn_1',
    );
  });

  it('says so when there was no answer', async () => {
    const failing = { request: syncMock(null).request, error: new Error('offline') };
    await press([connectionsMock([givenConnection()]), before, failing]);
    expect(await screen.findByText(/The server did not answer/)).toBeVisible();
  });
});
