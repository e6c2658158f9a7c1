import { graphql } from '../../gql';
import type { DataExportQuery } from '../../gql/graphql';

export const dataHeldQuery = graphql(`
  query DataHeld {
    viewer {
      id
      dataHeld {
        what
        why
        until
        amount
      }
    }
  }
`);

export const dataExportQuery = graphql(`
  query DataExport {
    viewer {
      id
      dataExport {
        state
        progressPercent
        requestedAt
        expiresAt
        endedAt
        sizeBytes
      }
    }
  }
`);

/** An export, as the screen shows it; null when none was asked for lately. */
export type ShownExport = NonNullable<DataExportQuery['viewer']>['dataExport'];

export const requestDataExportMutation = graphql(`
  mutation RequestDataExport {
    requestDataExport {
      account {
        id
        dataExport {
          state
          progressPercent
          requestedAt
          expiresAt
          endedAt
          sizeBytes
        }
      }
      userErrors {
        __typename
        message
        ... on TooManyDataExports {
          retryAt
        }
      }
    }
  }
`);

export const discardDataExportMutation = graphql(`
  mutation DiscardDataExport {
    discardDataExport {
      account {
        id
        dataExport {
          state
          progressPercent
          requestedAt
          expiresAt
          endedAt
          sizeBytes
        }
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const issueDataExportLinkMutation = graphql(`
  mutation IssueDataExportLink {
    issueDataExportLink {
      url
      userErrors {
        __typename
        message
        ... on DataExportBeingSent {
          retryAt
        }
      }
    }
  }
`);
