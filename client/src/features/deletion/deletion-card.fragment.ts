import { graphql } from '../../gql';

/** What the card of a deletion request draws. */
export const deletionCardFragment = graphql(`
  fragment DeletionCard on DeletionStatus {
    confirmationCode
    state
    source
    requestedAt
    completedAt
    keysRemovedAt
    accessWithdrawal
    categories {
      name
      outcome
      count
      reason
      settledAt
    }
  }
`);
