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

export const ConnectionStatusReason = describedEnum(
  'ConnectionStatusReason',
  'Why a connection is as it is. New reasons may be added.',
  {
    REMOVED_AT_INSTAGRAM: 'The person removed the app at Instagram.',
    OTHER_APP: 'Access was granted to another Instagram app than the one this installation uses now.',
    PASSWORD_CHANGED: 'The password of the Instagram account was changed, or its sessions were ended.',
    CHECKPOINT: 'Instagram wants the person to sign in there and pass a check first.',
    ACCOUNT_UNCONFIRMED: 'Instagram wants the person to confirm the Instagram account first.',
    ACCESS_EXPIRED: 'Access ended by time.',
    ACCESS_INVALIDATED: 'Instagram ended the access without saying why.',
    PERMISSION_WITHDRAWN: 'The permission to see the profile was taken back; without it there is no access.',
    ACCOUNT_NOT_FOUND: 'Instagram has said for a day or longer that this Instagram account is not there.',
    RENEWAL_FAILING: 'Access ends soon, and Instagram did not let us renew it so far.',
    RENEWAL_AHEAD: 'Access ends soon, and no renewal has failed.',
    PERMISSION_NOT_GRANTED: 'The person did not grant a permission.',
    ANALYTICS_WITHDRAWN: 'The permission to read analytics was granted and taken back.',
  },
);

export const ConnectionEvidenceKind = describedEnum('ConnectionEvidenceKind', 'What a status rests on.', {
  CALLBACK: 'A message of Instagram that the app was removed.',
  CHECK: 'A check that found again what a call had been refused for.',
  CLOCK: 'The time at which access ends.',
  GRANT: 'What was granted.',
  CONFIGURATION: 'The Instagram app that this installation is configured for.',
});

export const ConnectionCheckKind = describedEnum('ConnectionCheckKind', 'What Instagram was asked.', {
  RENEWAL: 'To renew our access.',
  CHECK: 'Whether our access is alive.',
});

export const ConnectionCheckOutcome = describedEnum(
  'ConnectionCheckOutcome',
  'How Instagram answered. One refusal alone changes no status.',
  {
    ANSWERED: 'It did what was asked.',
    ACCESS_REFUSED: 'It did not accept our access.',
    REMOVED: 'It said that the app was removed.',
    PERMISSION_MISSING: 'It said that a permission is missing.',
    RATE_LIMITED: 'It said that we asked too often.',
    TROUBLE: 'It has trouble of its own, or answered something unreadable.',
    NO_ANSWER: 'It did not answer.',
    REFUSED: 'It refused for another reason.',
  },
);

export const PausedActivity = describedEnum('PausedActivity', 'What we do for a connection by ourselves.', {
  ANALYTICS: 'Fetching analytics.',
  RENEWAL: 'Renewing access.',
});

export const PauseReason = describedEnum('PauseReason', 'Why something is paused.', {
  NO_ACCESS: 'There is no living access.',
  PERMISSION_MISSING: 'A permission that it needs is missing.',
  RATE_LIMITED: 'Instagram limits how often it is asked for this connection.',
  INSTAGRAM_TROUBLE: 'Instagram has trouble with many connections.',
});
