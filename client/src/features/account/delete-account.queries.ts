import { graphql } from '../../gql';
import type { DeleteAccountMutation, WhatGoesQuery } from '../../gql/graphql';

export const whatGoesQuery = graphql(`
  query WhatGoes {
    viewer {
      id
      email
      instagramConnections {
        id
        username
        analyticsSync {
          storedDays
        }
      }
      dataHeld {
        what
        amount
        goesWithAccount
      }
    }
  }
`);

/** What is held of an account, and how much of it. */
export type Held = NonNullable<WhatGoesQuery['viewer']>;

export const deleteAccountMutation = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      deletionStatus {
        confirmationCode
        accessWithdrawal
      }
      userErrors {
        __typename
        message
        path
      }
    }
  }
`);

/** Why an account was not deleted. */
export type DeleteAccountError = DeleteAccountMutation['deleteAccount']['userErrors'][number];
