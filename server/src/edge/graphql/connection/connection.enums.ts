import { describedEnum } from '../enums';

export const ConnectionStatus = describedEnum(
  'ConnectionStatus',
  'How a connection is, the most serious first.',
  {
    ACTIVE: 'All is well.',
    LIMITED: 'A permission that a feature needs was not granted.',
    EXPIRING: 'Access ends within 14 days.',
    RECONNECT_NEEDED: 'There is no living access; the person has to connect again.',
    DEAUTHORIZED: 'The person removed the app at Instagram.',
  },
);

export const InstagramPermission = describedEnum(
  'InstagramPermission',
  'What a person can grant at Instagram.',
  {
    BASIC: 'To see the profile; there is no connection without it.',
    CONTENT_PUBLISH: 'To publish posts.',
    MANAGE_INSIGHTS: 'To read analytics.',
    MANAGE_COMMENTS: 'To read and write comments.',
  },
);
