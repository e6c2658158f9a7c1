import { graphql } from '../../gql';
import type { AddressQuery } from '../../gql/graphql';

export const addressQuery = graphql(`
  query Address {
    viewer {
      id
      email
      emailVerified
      pendingEmailChange {
        email
        expiresAt
      }
    }
  }
`);

/** The address of now, and the one that waits to be confirmed. */
export type ShownAddress = NonNullable<AddressQuery['viewer']>;

export const changeEmailMutation = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      account {
        id
        email
        emailVerified
        pendingEmailChange {
          email
          expiresAt
        }
      }
      userErrors {
        __typename
        message
        path
      }
    }
  }
`);

export const cancelEmailChangeMutation = graphql(`
  mutation CancelEmailChange {
    cancelEmailChange {
      account {
        id
        email
        emailVerified
        pendingEmailChange {
          email
          expiresAt
        }
      }
    }
  }
`);
