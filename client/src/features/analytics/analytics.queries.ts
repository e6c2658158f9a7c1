import { graphql } from '../../gql';

/** What the screen must know about a connection before it can ask for numbers. */
export const AnalyticsConnectionParts = graphql(`
  fragment AnalyticsConnectionParts on InstagramConnection {
    id
    username
    pictureUrl
    status
    deauthorizedAt
    missingPermissions
    analyticsSync {
      running
      syncedAt
      completeUntil
      storedDays
      failedAt
    }
  }
`);

export const AnalyticsConnectionsQuery = graphql(`
  query AnalyticsConnections {
    viewer {
      id
      timeZone
      selectedConnection {
        id
      }
      instagramConnections {
        ...AnalyticsConnectionParts
      }
    }
  }
`);

export const ConnectionAnalyticsQuery = graphql(`
  query ConnectionAnalytics($connectionId: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {
    viewer {
      id
      instagramConnection(id: $connectionId) {
        id
        analytics(from: $from, to: $to, metrics: $metrics) {
          from
          to
          completeUntil
          syncedAt
          series {
            metric
            values
            total
            previousTotal
            missingReason
          }
        }
      }
    }
  }
`);

export const SelectConnectionMutation = graphql(`
  mutation SelectConnection($input: SelectConnectionInput!) {
    selectConnection(input: $input) {
      account {
        id
        selectedConnection {
          id
        }
      }
      userErrors {
        message
      }
    }
  }
`);

export const SyncAnalyticsMutation = graphql(`
  mutation SyncAnalytics($input: SyncAnalyticsInput!) {
    syncAnalytics(input: $input) {
      connection {
        ...AnalyticsConnectionParts
      }
      userErrors {
        __typename
        message
        ... on SyncTooSoon {
          retryAt
        }
      }
    }
  }
`);
