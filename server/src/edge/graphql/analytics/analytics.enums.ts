import { describedEnum } from '../enums';

export const AnalyticsMetric = describedEnum('AnalyticsMetric', 'What is counted.', {
  REACH: 'People who saw something of the account; days cannot be added up, because the same person returns.',
  VIEWS: 'How often something of the account was seen.',
  ACCOUNTS_ENGAGED: 'People who interacted; days cannot be added up.',
  TOTAL_INTERACTIONS: 'Likes, comments, saves, shares and replies together.',
  LIKES: 'Likes given.',
  COMMENTS: 'Comments written.',
  SAVES: 'Times something was saved.',
  SHARES: 'Times something was shared.',
  REPLIES: 'Replies to stories.',
  REPOSTS: 'Times something was reposted.',
  FOLLOWS: 'People who began to follow.',
  UNFOLLOWS: 'People who stopped following.',
  PROFILE_LINKS_TAPS: 'Taps on the contact links of the profile.',
  FOLLOWER_COUNT: 'Followers at the last look of the day; the total is the last known number.',
});

export const AnalyticsMissingReason = describedEnum('AnalyticsMissingReason', 'Why a number is not known.', {
  PERMISSION_MISSING: 'The permission to read analytics was not granted.',
  TOO_FEW_FOLLOWERS: 'Instagram gives this number from 100 followers.',
  NOT_YET_AVAILABLE: 'Instagram has not given it yet; it is up to 48 hours late.',
  UNSUPPORTED: 'Instagram does not offer this number for the account.',
  META_ERROR: 'Instagram answered with an error.',
  BEFORE_CONNECTION: 'The day lies before what was collected.',
});
