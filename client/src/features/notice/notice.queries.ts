import { graphql } from '../../gql';
import type { ActivityQuery, NotificationPreferencesQuery } from '../../gql/graphql';

/** What the shell says of notices; asked again every minute. */
export const shellNoticesQuery = graphql(`
  query ShellNotices {
    viewer {
      id
      email
      emailVerified
      unseenActivityCount
    }
  }
`);

export const activityQuery = graphql(`
  query Activity($after: String) {
    viewer {
      id
      activity(first: 20, after: $after) {
        edges {
          node {
            id
            kind
            sentence
            toldAt
            seen
            mail
            connection {
              id
              username
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** A notice as the panel shows it. */
export type ShownNotice = NonNullable<ActivityQuery['viewer']>['activity']['edges'][number]['node'];

export const markActivitySeenMutation = graphql(`
  mutation MarkActivitySeen($input: MarkActivitySeenInput!) {
    markActivitySeen(input: $input) {
      account {
        id
        unseenActivityCount
      }
    }
  }
`);

export const notificationPreferencesQuery = graphql(`
  query NotificationPreferences {
    viewer {
      id
      email
      emailVerified
      notificationPreferences {
        kind
        mailed
        canChange
      }
    }
  }
`);

/** Whether a kind of notice is mailed. */
export type Preference = NonNullable<
  NotificationPreferencesQuery['viewer']
>['notificationPreferences'][number];

export const setNotificationPreferenceMutation = graphql(`
  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      account {
        id
        notificationPreferences {
          kind
          mailed
          canChange
        }
      }
      userErrors {
        message
      }
    }
  }
`);

export const sendConfirmationMailMutation = graphql(`
  mutation SendConfirmationMail {
    sendConfirmationMail {
      userErrors {
        __typename
        message
      }
    }
  }
`);
