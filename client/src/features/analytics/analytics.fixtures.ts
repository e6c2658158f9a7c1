import type { MockLink } from '@apollo/client/testing';
import { AnalyticsConnectionsQuery, ConnectionAnalyticsQuery } from './analytics.queries';
import type { AnalyticsConnection } from './model/connection-state';
import { listDays } from './model/days';
import { allMetrics, type Metric, metrics } from './model/metrics';
import type { MissingReason } from './model/missing-reasons';
import { rangeOf } from './model/ranges';

type Mock = MockLink.MockedResponse;
type Values = (number | null)[];

export const completeUntil = '2026-11-20';
export const syncedAt = '2026-11-22T11:10:00Z';

/** A connection whose analytics is complete until 20 Nov 2026, as the server answers it; say what differs. */
export function givenConnection(part: Partial<AnalyticsConnection> = {}): AnalyticsConnection {
  return {
    __typename: 'InstagramConnection',
    id: 'conn_1',
    username: 'studio_nord',
    pictureUrl: null,
    status: 'ACTIVE',
    deauthorizedAt: null,
    missingPermissions: [],
    ...part,
    analyticsSync: {
      __typename: 'AnalyticsSync',
      running: false,
      syncedAt,
      completeUntil,
      storedDays: 30,
      failedAt: null,
      ...part.analyticsSync,
    },
  } as AnalyticsConnection;
}

/** What `analyticsSync` is before the first refresh has ended. */
export const nothingSynced = {
  syncedAt: null,
  completeUntil: null,
  storedDays: 0,
  failedAt: null,
  running: false,
};

/** Answers which connections there are; the first is the selected one. */
export function connectionsMock(connections: AnalyticsConnection[]): Mock {
  const [first] = connections;
  return {
    request: { query: AnalyticsConnectionsQuery },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: {
      data: {
        viewer: {
          __typename: 'Account',
          id: 'acc_1',
          timeZone: 'Europe/Berlin',
          selectedConnection: first ? { __typename: 'InstagramConnection', id: first.id } : null,
          instagramConnections: connections,
        },
      },
    },
  };
}

export interface GivenSeries {
  readonly values: Values;
  readonly total?: number | null;
  readonly missingReason?: MissingReason | null;
}

/** The question that the screen asks for a connection's seven days. */
export function sevenDays(connectionId = 'conn_1') {
  const { from, to } = rangeOf(7, completeUntil, syncedAt);
  return {
    query: ConnectionAnalyticsQuery,
    variables: { connectionId, from, to, metrics: allMetrics },
  };
}

/** Answers the seven days 14 to 20 Nov 2026 and the two still filling; metrics not given are unknown. */
export function sevenDaysMock(given: Partial<Record<Metric, GivenSeries>>, connectionId = 'conn_1'): Mock {
  const request = sevenDays(connectionId);
  const { from, to } = request.variables;
  const nothing: Values = listDays(from, to).map(() => null);
  const series = (Object.keys(metrics) as Metric[]).map((metric) => ({
    __typename: 'AnalyticsSeries',
    metric,
    values: given[metric]?.values ?? nothing,
    total: given[metric]?.total ?? null,
    previousTotal: null,
    missingReason: given[metric]?.missingReason ?? null,
  }));
  const analytics = { __typename: 'Analytics', from, to, completeUntil, syncedAt, series };
  return {
    request,
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: {
      data: {
        viewer: {
          __typename: 'Account',
          id: 'acc_1',
          instagramConnection: { __typename: 'InstagramConnection', id: connectionId, analytics },
        },
      },
    },
  };
}

/** jsdom measures everything as 0 by 0, at which the chart library draws nothing. */
export function givenChartSize(): void {
  jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 800, 280));
}
