import { graphql } from '../../../gql';
import type { IntegrationsQuery } from '../../../gql/graphql';

type Viewer = NonNullable<IntegrationsQuery['viewer']>;

/** What this account asked for. */
export type TransferRequest = Viewer['transferRequests'][number];
/** What is asked about a connection of this account. */
export type ConnectionTransfer = NonNullable<Viewer['instagramConnections'][number]['transfer']>;

export const askForTransferMutation = graphql(`
  mutation AskForTransfer($input: AskForTransferInput!) {
    askForTransfer(input: $input) {
      transferRequest {
        id
        username
        answerDueAt
      }
      userErrors {
        __typename
        message
        ... on TransferTooSoon {
          retryAt
        }
      }
    }
  }
`);

export const withdrawTransferMutation = graphql(`
  mutation WithdrawTransfer($input: WithdrawTransferInput!) {
    withdrawTransfer(input: $input) {
      account {
        id
        transferRequests {
          id
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const keepConnectionMutation = graphql(`
  mutation KeepConnection($input: KeepConnectionInput!) {
    keepConnection(input: $input) {
      connection {
        id
        transfer {
          askedAt
          answerDueAt
          overdue
          endsAt
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const releaseConnectionMutation = graphql(`
  mutation ReleaseConnection($input: ReleaseConnectionInput!) {
    releaseConnection(input: $input) {
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
