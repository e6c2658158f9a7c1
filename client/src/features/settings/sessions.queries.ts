import { graphql } from '../../gql';
import type { SessionsQuery } from '../../gql/graphql';

export const sessionsQuery = graphql(`
  query Sessions {
    viewer {
      id
      sessions {
        id
        device
        signedInAt
        lastUsedAt
        current
      }
    }
  }
`);

/** A browser in which the account is signed in, as the screen shows it. */
export type ShownSession = NonNullable<SessionsQuery['viewer']>['sessions'][number];

export const endSessionMutation = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      account {
        id
        sessions {
          id
          device
          signedInAt
          lastUsedAt
          current
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const endOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      account {
        id
        sessions {
          id
          device
          signedInAt
          lastUsedAt
          current
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);
