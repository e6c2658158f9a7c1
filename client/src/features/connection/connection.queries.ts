import { graphql } from '../../gql';
import type { ConnectionDetailsQuery, IntegrationsQuery } from '../../gql/graphql';

export const integrationsQuery = graphql(`
  query Integrations {
    instagramTrouble {
      since
      nextTryAt
    }
    viewer {
      id
      connectAttempt {
        startedAt
        expiresAt
        connectionId
      }
      instagramConnections {
        id
        username
        displayName
        pictureUrl
        status
        statusReason
        statusSince
        statusEvidence {
          kind
        }
        paused {
          activity
          reason
          resumesAt
        }
        connectedAt
        checkedAt
        deauthorizedAt
        grantedPermissions
        missingPermissions
        tokenHealth {
          expiresAt
          lastRefreshedAt
          nextRefreshAt
          lastFailureAt
          lastFailureOutcome
          failedAttempts
        }
        analyticsSync {
          running
          syncedAt
          completeUntil
          storedDays
          failedAt
        }
        transfer {
          askedAt
          answerDueAt
          overdue
          endsAt
        }
      }
      transferRequests {
        id
        username
        state
        askedAt
        answerDueAt
        endsAt
      }
      deletionRequests {
        ...DeletionCard
      }
    }
  }
`);

/** The trouble that Instagram has with many connections; null when it has none. */
export type Trouble = IntegrationsQuery['instagramTrouble'];

/** What this browser has begun at Instagram and not brought back; null when there is nothing. */
export type Attempt = NonNullable<IntegrationsQuery['viewer']>['connectAttempt'];

/** One connection, as its card draws it. */
export type CardConnection = NonNullable<IntegrationsQuery['viewer']>['instagramConnections'][number];

export const reconnectTargetQuery = graphql(`
  query ReconnectTarget($id: ID!) {
    viewer {
      id
      instagramConnection(id: $id) {
        id
        username
        grantedPermissions
      }
    }
  }
`);

export const commentEventsQuery = graphql(`
  query CommentEvents {
    service {
      commentEvents
    }
  }
`);

export const connectInstagramMutation = graphql(`
  mutation ConnectInstagram($input: ConnectInstagramInput!) {
    connectInstagram(input: $input) {
      authorizationUrl
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const disconnectCountsQuery = graphql(`
  query DisconnectCounts($id: ID!) {
    viewer {
      id
      instagramConnection(id: $id) {
        id
        analyticsSync {
          storedDays
        }
      }
    }
  }
`);

export const disconnectInstagramMutation = graphql(`
  mutation DisconnectInstagram($input: DisconnectInstagramInput!) {
    disconnectInstagram(input: $input) {
      deletionStatus {
        confirmationCode
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const cancelConnectMutation = graphql(`
  mutation CancelConnect {
    cancelConnectInstagram {
      account {
        id
        connectAttempt {
          startedAt
          expiresAt
          connectionId
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const connectionDetailsQuery = graphql(`
  query ConnectionDetails($id: ID!) {
    viewer {
      id
      instagramConnection(id: $id) {
        id
        grantedAt
        diagnosticId
        statusEvidence {
          kind
          code
        }
        lastChecks: checks(last: 5, kind: CHECK) {
          askedAt
          outcome
          code
        }
        lastRenewals: checks(last: 5, kind: RENEWAL) {
          askedAt
          outcome
          code
        }
      }
    }
  }
`);

/** What the details of a card add to it. */
export type DetailedConnection = NonNullable<
  NonNullable<ConnectionDetailsQuery['viewer']>['instagramConnection']
>;

/** The newest check alone, to see when the one that was asked for is there. */
export const newestCheckQuery = graphql(`
  query NewestCheck($id: ID!) {
    viewer {
      id
      instagramConnection(id: $id) {
        id
        checkedAt
        statusEvidence {
          kind
        }
        newestCheck: checks(last: 1, kind: CHECK) {
          askedAt
          outcome
        }
      }
    }
  }
`);

export const checkConnectionMutation = graphql(`
  mutation CheckConnection($input: CheckConnectionInput!) {
    checkConnection(input: $input) {
      userErrors {
        __typename
        message
        ... on CheckTooSoon {
          retryAt
        }
      }
    }
  }
`);
