import type { InstagramPermission } from '../../gql/graphql';

interface PermissionWords {
  /** In a list of what was granted. */
  short: string;
  /** As Instagram's question reads to a person. */
  title: string;
  /** What it is for, and what is missing without it. */
  use: string;
  without: string;
}

/** What each permission is for, in our words. */
export const permissionWords: Record<InstagramPermission, PermissionWords> = {
  BASIC: {
    short: 'Profile',
    title: 'See your profile',
    use: 'Username, name, picture and account id, to show which account is connected.',
    without: 'Needed: without it there is no connection.',
  },
  CONTENT_PUBLISH: {
    short: 'Publish',
    title: 'Publish posts',
    use: 'For posts. This version of SocioGenie does not publish yet.',
    without: 'Without it: the connection counts as limited; nothing else changes for now.',
  },
  MANAGE_INSIGHTS: {
    short: 'Analytics',
    title: 'Read analytics',
    use: 'Reach, views and the other daily numbers.',
    without: 'Without it: no numbers.',
  },
  MANAGE_COMMENTS: {
    short: 'Comments',
    title: 'Manage comments',
    use: 'So that Instagram tells us when somebody comments. We keep that it happened, when, and on which post; not who, and not what they wrote.',
    without: 'Without it: numbers are fetched every hour, not within minutes of a comment.',
  },
};

/** What we ask Instagram for, in the order it is explained. */
export const requestedPermissions = [
  'BASIC',
  'CONTENT_PUBLISH',
  'MANAGE_INSIGHTS',
] as const satisfies readonly InstagramPermission[];
