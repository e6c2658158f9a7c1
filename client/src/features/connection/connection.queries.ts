import { graphql } from '../../gql';
import type { IntegrationsQuery } from '../../gql/graphql';

export const integrationsQuery = graphql(`
  query Integrations {
    viewer {
      id
      instagramConnections {
        id
        username
        displayName
        status
        connectedAt
        checkedAt
        deauthorizedAt
        grantedPermissions
        missingPermissions
        tokenHealth {
          expiresAt
          lastRefreshedAt
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
