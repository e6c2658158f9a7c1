import type { AnalyticsMetric } from '../../../gql/graphql';

export type Metric = `${AnalyticsMetric}`;

interface MetricText {
  readonly label: string;
  /**
   * What the number counts. `events` add up over days; `accounts` are different accounts each day, so days
   * cannot be added up; `stock` is a level, of which the last known one stands for the range.
   */
  readonly counts: 'events' | 'accounts' | 'stock';
  /** What Instagram says it counts, in plain words. */
  readonly definition: string;
}

/** Every metric, in the order of the screen. Definitions follow Meta's reference for account metrics. */
export const metrics: Readonly<Record<Metric, MetricText>> = {
  REACH: {
    label: 'Reach',
    counts: 'accounts',
    definition:
      'Different accounts that saw your content at least once that day, ads included. An estimate by Instagram.',
  },
  VIEWS: {
    label: 'Views',
    counts: 'events',
    definition: 'How often your posts, stories, reels and videos were played or shown.',
  },
  ACCOUNTS_ENGAGED: {
    label: 'Accounts engaged',
    counts: 'accounts',
    definition:
      'Different accounts that interacted with your content that day, ads included. An estimate by Instagram.',
  },
  TOTAL_INTERACTIONS: {
    label: 'Interactions',
    counts: 'events',
    definition: 'All interactions with your posts, stories, reels and videos, boosted ones included.',
  },
  LIKES: {
    label: 'Likes',
    counts: 'events',
    definition: 'Likes on your posts, reels and videos.',
  },
  COMMENTS: {
    label: 'Comments',
    counts: 'events',
    definition: 'Comments on your posts, reels and videos.',
  },
  SAVES: {
    label: 'Saves',
    counts: 'events',
    definition: 'How often your posts, reels and videos were saved.',
  },
  SHARES: {
    label: 'Shares',
    counts: 'events',
    definition: 'How often your posts, stories, reels and videos were shared.',
  },
  REPLIES: {
    label: 'Replies',
    counts: 'events',
    definition: 'Replies to your stories, text and quick reactions.',
  },
  REPOSTS: {
    label: 'Reposts',
    counts: 'events',
    definition: 'How often your content was reposted.',
  },
  FOLLOWS: {
    label: 'Follows',
    counts: 'events',
    definition: 'Accounts that began to follow you that day.',
  },
  UNFOLLOWS: {
    label: 'Unfollows',
    counts: 'events',
    definition: 'Accounts that stopped following you, or left Instagram, that day.',
  },
  PROFILE_LINKS_TAPS: {
    label: 'Link taps',
    counts: 'events',
    definition: 'Taps on the address, call, email and text buttons of your profile.',
  },
  FOLLOWER_COUNT: {
    label: 'Followers',
    counts: 'stock',
    definition:
      'How many accounts follow you, read from your profile at the last refresh of the day. Known from the day you connected.',
  },
};

/** The metrics in the order of the screen, all asked in one query. */
export const allMetrics = Object.keys(metrics) as Metric[];

/** The metrics that have a tile; the others are in the metric picker. */
export const tileMetrics = [
  'REACH',
  'VIEWS',
  'TOTAL_INTERACTIONS',
  'FOLLOWS',
  'PROFILE_LINKS_TAPS',
  'FOLLOWER_COUNT',
] as const satisfies readonly Metric[];
