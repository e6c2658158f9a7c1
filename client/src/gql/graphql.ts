/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What came of asking Instagram to withdraw our access. Instagram documents no such call, so we can only ask. */
export type AccessWithdrawal =
  /** Instagram accepted. */
  | 'ACCEPTED'
  /** Instagram is being asked. */
  | 'ASKING'
  /** Not asked: Instagram had ended the access, there was none, or another account here needs it. */
  | 'NOT_ASKED'
  /** The server stopped while it asked; the person can remove the app there. */
  | 'NOT_KNOWN'
  /** Instagram did not answer in time; the person can remove the app there. */
  | 'NO_ANSWER'
  /** Instagram refused; the person can remove the app there. */
  | 'REFUSED';

/** What is counted. */
export type AnalyticsMetric =
  /** People who interacted; days cannot be added up. */
  | 'ACCOUNTS_ENGAGED'
  /** Comments written. */
  | 'COMMENTS'
  /** Followers at the last look of the day; the total is the last known number. */
  | 'FOLLOWER_COUNT'
  /** People who began to follow. */
  | 'FOLLOWS'
  /** Likes given. */
  | 'LIKES'
  /** Taps on the contact links of the profile. */
  | 'PROFILE_LINKS_TAPS'
  /** People who saw something of the account; days cannot be added up, because the same person returns. */
  | 'REACH'
  /** Replies to stories. */
  | 'REPLIES'
  /** Times something was reposted. */
  | 'REPOSTS'
  /** Times something was saved. */
  | 'SAVES'
  /** Times something was shared. */
  | 'SHARES'
  /** Likes, comments, saves, shares and replies together. */
  | 'TOTAL_INTERACTIONS'
  /** People who stopped following. */
  | 'UNFOLLOWS'
  /** How often something of the account was seen. */
  | 'VIEWS';

/** Why a number is not known. */
export type AnalyticsMissingReason =
  /** The day lies before what was collected. */
  | 'BEFORE_CONNECTION'
  /** Instagram answered with an error. */
  | 'META_ERROR'
  /** Instagram has not given it yet; it is up to 48 hours late. */
  | 'NOT_YET_AVAILABLE'
  /** The permission to read analytics was not granted. */
  | 'PERMISSION_MISSING'
  /** Instagram gives this number from 100 followers. */
  | 'TOO_FEW_FOLLOWERS'
  /** Instagram does not offer this number for the account. */
  | 'UNSUPPORTED';

/** Which Instagram account is asked for. */
export type AskForTransferInput = {
  /** The proof that the refused connect left in the address, after the `#`. It works for 15 minutes. */
  proof: string;
};

/** The address that the account is to have. */
export type ChangeEmailInput = {
  /** The new address; a link is mailed there. */
  email: string;
};

/** The password of now and the one to come. */
export type ChangePasswordInput = {
  /** The account's password, as it is. */
  currentPassword: string;
  /** From 8 to 128 characters, taken exactly as sent. */
  newPassword: string;
};

/** The clock that the account is to follow. */
export type ChangeTimeZoneInput = {
  /** An IANA time zone name or UTC; kept as given. */
  timeZone: string;
};

/** What to check. */
export type CheckConnectionInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** What the mailed link holds. */
export type ConfirmEmailChangeInput = {
  /** The text after the # of the link. */
  token: string;
};

/** What the mailed link holds. */
export type ConfirmEmailInput = {
  /** The text after the # of the link. */
  token: string;
};

/** The password once more. */
export type ConfirmPasswordInput = {
  /** The account's password. */
  password: string;
};

/** What to connect. */
export type ConnectInstagramInput = {
  /** Whether to hear of comments, for which Instagram asks one permission more. Null leaves that as it is; without effect where `Service.commentEvents` is false. */
  commentEvents?: boolean | null | undefined;
  /** A connection to renew: only its Instagram account is then accepted. Null for any account. */
  connectionId?: string | number | null | undefined;
};

/** How Instagram answered. One refusal alone changes no status. */
export type ConnectionCheckOutcome =
  /** It did not accept our access. */
  | 'ACCESS_REFUSED'
  /** It did what was asked. */
  | 'ANSWERED'
  /** It did not answer. */
  | 'NO_ANSWER'
  /** It said that a permission is missing. */
  | 'PERMISSION_MISSING'
  /** It said that we asked too often. */
  | 'RATE_LIMITED'
  /** It refused for another reason. */
  | 'REFUSED'
  /** It said that the app was removed. */
  | 'REMOVED'
  /** It has trouble of its own, or answered something unreadable. */
  | 'TROUBLE';

/** What a status rests on. */
export type ConnectionEvidenceKind =
  /** A message of Instagram that the app was removed. */
  | 'CALLBACK'
  /** A check that found again what a call had been refused for. */
  | 'CHECK'
  /** The time at which access ends. */
  | 'CLOCK'
  /** The Instagram app that this installation is configured for. */
  | 'CONFIGURATION'
  /** What was granted. */
  | 'GRANT';

/** How a connection is, the most serious first. */
export type ConnectionStatus =
  /** All is well. */
  | 'ACTIVE'
  /** The person removed the app at Instagram. */
  | 'DEAUTHORIZED'
  /** Access ends within 14 days. */
  | 'EXPIRING'
  /** A permission that a feature needs was not granted. */
  | 'LIMITED'
  /** There is no living access; the person has to connect again. */
  | 'RECONNECT_NEEDED';

/** Why a connection is as it is. New reasons may be added. */
export type ConnectionStatusReason =
  /** Access ended by time. */
  | 'ACCESS_EXPIRED'
  /** Instagram ended the access without saying why. */
  | 'ACCESS_INVALIDATED'
  /** Instagram has said for a day or longer that this Instagram account is not there. */
  | 'ACCOUNT_NOT_FOUND'
  /** Instagram wants the person to confirm the Instagram account first. */
  | 'ACCOUNT_UNCONFIRMED'
  /** The permission to read analytics was granted and taken back. */
  | 'ANALYTICS_WITHDRAWN'
  /** Instagram wants the person to sign in there and pass a check first. */
  | 'CHECKPOINT'
  /** Access was granted to another Instagram app than the one this installation uses now. */
  | 'OTHER_APP'
  /** The password of the Instagram account was changed, or its sessions were ended. */
  | 'PASSWORD_CHANGED'
  /** The person did not grant a permission. */
  | 'PERMISSION_NOT_GRANTED'
  /** The permission to see the profile was taken back; without it there is no access. */
  | 'PERMISSION_WITHDRAWN'
  /** The person removed the app at Instagram. */
  | 'REMOVED_AT_INSTAGRAM'
  /** Access ends soon, and no renewal has failed. */
  | 'RENEWAL_AHEAD'
  /** Access ends soon, and Instagram did not let us renew it so far. */
  | 'RENEWAL_FAILING';

/** Where an export is. */
export type DataExportState =
  /** Data that was in it was deleted, so its file was destroyed. */
  | 'DATA_DELETED'
  /** The person discarded it; its file is destroyed. */
  | 'DISCARDED'
  /** It was downloaded, and its file destroyed. */
  | 'DOWNLOADED'
  /** Nobody downloaded it in time; its file is destroyed. */
  | 'EXPIRED'
  /** It could not be made, after several attempts. */
  | 'FAILED'
  /** It is being made, or waits for its turn. */
  | 'PREPARING'
  /** It can be downloaded, once. */
  | 'READY';

/** Both once more, to prove that it is meant. */
export type DeleteAccountInput = {
  /** The account's own e-mail address, typed. */
  email: string;
  /** The account's password. */
  password: string;
};

/** What became of a category of data. */
export type DeletionOutcome =
  /** Could not be removed yet; it is tried again. */
  | 'FAILED'
  /** Kept, for the reason given. */
  | 'KEPT'
  /** There was nothing. */
  | 'NOTHING_HELD'
  /** Not decided yet. */
  | 'PENDING'
  /** Removed, and counted as gone. */
  | 'REMOVED';

/** Who asked for a deletion. */
export type DeletionSource =
  /** The person, by deleting the account. */
  | 'ACCOUNT_CLOSURE'
  /** The person, by disconnecting here. */
  | 'DISCONNECT'
  /** The person, through Instagram. */
  | 'META_CALLBACK'
  /** The operator, on request. */
  | 'OPERATOR'
  /** Nobody for its own sake: the Instagram account moves to another SocioGenie account, released by its holder or unanswered. */
  | 'TRANSFER';

/** How far a deletion request is. */
export type DeletionState =
  /** Everything was removed and counted again. */
  | 'COMPLETED'
  /** The records are being removed. */
  | 'ERASING'
  /** Something could not be removed; it is tried again and the operator was told. */
  | 'NEEDS_ATTENTION'
  /** Recorded; the keys are destroyed and nothing can be read any more. */
  | 'RECEIVED';

/** What to disconnect. */
export type DisconnectInstagramInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** Which session is to end. */
export type EndSessionInput = {
  /** One of the viewer's own sessions. */
  sessionId: string | number;
};

/** What a person can grant at Instagram. */
export type InstagramPermission =
  /** To see the profile; there is no connection without it. */
  | 'BASIC'
  /** To publish posts. */
  | 'CONTENT_PUBLISH'
  /** To read and write comments. */
  | 'MANAGE_COMMENTS'
  /** To read analytics. */
  | 'MANAGE_INSIGHTS';

/** What is kept. */
export type KeepConnectionInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** What the person has seen. */
export type MarkActivitySeenInput = {
  /** The newest entry that was shown: it and all before it count as seen. */
  throughId: string | number;
};

/** What a person is told of. More kinds may come. */
export type NoticeKind =
  /** Access to Instagram ends soon and could not be renewed. */
  | 'ACCESS_ENDING'
  /** A deletion request of the account was completed. */
  | 'DELETION_COMPLETED'
  /** The account has another e-mail address; the mail went to the one before. */
  | 'EMAIL_CHANGED'
  /** A browser signed in that had not signed in to the account before. */
  | 'NEW_DEVICE'
  /** The password was changed, in the settings or by a mailed link. */
  | 'PASSWORD_CHANGED'
  /** Access to Instagram ended; the person has to connect again. */
  | 'RECONNECT_NEEDED'
  /** SocioGenie was removed at Instagram. */
  | 'REMOVED_AT_INSTAGRAM'
  /** Somebody who can sign in to the Instagram account of a connection asks for it. */
  | 'TRANSFER_ASKED'
  /** A request for an Instagram account of a connection ended: it stays. */
  | 'TRANSFER_ENDED'
  /** An Instagram account that the account asked for stays with whoever holds it. */
  | 'TRANSFER_KEPT'
  /** An Instagram account moved to another account, because nobody answered. */
  | 'TRANSFER_MOVED'
  /** An Instagram account that the account asked for can be connected. */
  | 'TRANSFER_READY';

/** What became of the mail that tells a notice. */
export type NoticeMail =
  /** It could not be sent and was given up. */
  | 'FAILED'
  /** It was not to be mailed: the address was not confirmed then, or the person chose so. */
  | 'NONE'
  /** It is to be sent. */
  | 'QUEUED'
  /** The mail server took it. */
  | 'SENT'
  /** Nobody knows whether the mail server took it, so it is not sent again. */
  | 'UNKNOWN';

/** Why something is paused. */
export type PauseReason =
  /** Instagram has trouble with many connections. */
  | 'INSTAGRAM_TROUBLE'
  /** There is no living access. */
  | 'NO_ACCESS'
  /** A permission that it needs is missing. */
  | 'PERMISSION_MISSING'
  /** Instagram limits how often it is asked for this connection. */
  | 'RATE_LIMITED';

/** What we do for a connection by ourselves. */
export type PausedActivity =
  /** Fetching analytics. */
  | 'ANALYTICS'
  /** Renewing access. */
  | 'RENEWAL';

/** What is let go. */
export type ReleaseConnectionInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** Whose password was forgotten. */
export type RequestPasswordResetInput = {
  /** The address that the account was made with. */
  email: string;
};

/** A new password, by a mailed link. */
export type ResetPasswordInput = {
  /** From 8 to 128 characters, taken exactly as sent. */
  password: string;
  /** The text after the # of the link. */
  token: string;
};

/** The connection that analytics is to open with. */
export type SelectConnectionInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** Whether a kind of notice is mailed. */
export type SetNotificationPreferenceInput = {
  /** The kind. */
  kind: NoticeKind;
  /** Whether it is to be mailed. In Activity it stands either way. */
  mailed: boolean;
};

/** Who signs in. */
export type SignInInput = {
  /** The address that the account was made with. */
  email: string;
  /** The account's password. */
  password: string;
};

/** What a new account needs. */
export type SignUpInput = {
  /** The address to sign in with. */
  email: string;
  /** From 8 to 128 characters, taken exactly as sent. */
  password: string;
  /** An IANA time zone name or UTC; posts go out by its clock. */
  timeZone: string;
};

/** Whose analytics to refresh. */
export type SyncAnalyticsInput = {
  /** One of the viewer's own connections. */
  connectionId: string | number;
};

/** How far a request for an Instagram account is. */
export type TransferState =
  /** Whoever holds the account may answer. */
  | 'ASKED'
  /** The account can be connected now. */
  | 'READY';

/** What is not asked for any more. */
export type WithdrawTransferInput = {
  /** One of the viewer's own requests. */
  transferRequestId: string | number;
};

export type ConnectionIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionIdsQuery = { viewer: { id: string, instagramConnections: Array<{ id: string }> } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { account: { id: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', maximumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', minimumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { account: { id: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', maximumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', minimumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type WhatGoesQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatGoesQuery = { viewer: { id: string, email: string, instagramConnections: Array<{ id: string, username: string, analyticsSync: { storedDays: number } }>, dataHeld: Array<{ what: string, amount: number | null, goesWithAccount: boolean }> } | null };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { deleteAccount: { deletionStatus: { confirmationCode: string, accessWithdrawal: AccessWithdrawal } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type ConfirmEmailMutationVariables = Exact<{
  input: ConfirmEmailInput;
}>;


export type ConfirmEmailMutation = { confirmEmail: { userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { email: string | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', maximumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', minimumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, email: string, timeZone: string } | null, service: { sandboxUrl: string | null, operatorName: string, contactEmail: string, instagramAppsUrl: string } };

export type AnalyticsConnectionPartsFragment = { id: string, username: string, pictureUrl: string | null, status: ConnectionStatus, deauthorizedAt: string | null, missingPermissions: Array<InstagramPermission>, analyticsSync: { running: boolean, syncedAt: string | null, completeUntil: string | null, storedDays: number, failedAt: string | null } };

export type AnalyticsConnectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AnalyticsConnectionsQuery = { viewer: { id: string, timeZone: string, selectedConnection: { id: string } | null, instagramConnections: Array<{ id: string, username: string, pictureUrl: string | null, status: ConnectionStatus, deauthorizedAt: string | null, missingPermissions: Array<InstagramPermission>, analyticsSync: { running: boolean, syncedAt: string | null, completeUntil: string | null, storedDays: number, failedAt: string | null } }> } | null };

export type ConnectionAnalyticsQueryVariables = Exact<{
  connectionId: string | number;
  from: string;
  to: string;
  metrics: Array<AnalyticsMetric> | AnalyticsMetric;
}>;


export type ConnectionAnalyticsQuery = { viewer: { id: string, instagramConnection: { id: string, analytics: { from: string, to: string, completeUntil: string | null, syncedAt: string | null, series: Array<{ metric: AnalyticsMetric, values: Array<number | null>, total: number | null, previousTotal: number | null, missingReason: AnalyticsMissingReason | null }> } } | null } | null };

export type SelectConnectionMutationVariables = Exact<{
  input: SelectConnectionInput;
}>;


export type SelectConnectionMutation = { selectConnection: { account: { id: string, selectedConnection: { id: string } | null } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SyncAnalyticsMutationVariables = Exact<{
  input: SyncAnalyticsInput;
}>;


export type SyncAnalyticsMutation = { syncAnalytics: { connection: { id: string, username: string, pictureUrl: string | null, status: ConnectionStatus, deauthorizedAt: string | null, missingPermissions: Array<InstagramPermission>, analyticsSync: { running: boolean, syncedAt: string | null, completeUntil: string | null, storedDays: number, failedAt: string | null } } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', retryAt: string, message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type IntegrationsQueryVariables = Exact<{ [key: string]: never; }>;


export type IntegrationsQuery = { instagramTrouble: { since: string, nextTryAt: string } | null, viewer: { id: string, connectAttempt: { startedAt: string, expiresAt: string, connectionId: string | null } | null, instagramConnections: Array<{ id: string, username: string, displayName: string | null, pictureUrl: string | null, status: ConnectionStatus, statusReason: ConnectionStatusReason | null, statusSince: string | null, connectedAt: string, checkedAt: string | null, deauthorizedAt: string | null, grantedPermissions: Array<InstagramPermission>, missingPermissions: Array<InstagramPermission>, statusEvidence: { kind: ConnectionEvidenceKind }, paused: Array<{ activity: PausedActivity, reason: PauseReason, resumesAt: string | null }>, tokenHealth: { expiresAt: string, lastRefreshedAt: string | null, nextRefreshAt: string | null, lastFailureAt: string | null, lastFailureOutcome: ConnectionCheckOutcome | null, failedAttempts: number } | null, analyticsSync: { running: boolean, syncedAt: string | null, completeUntil: string | null, storedDays: number, failedAt: string | null }, transfer: { askedAt: string, answerDueAt: string, overdue: boolean, endsAt: string } | null }>, transferRequests: Array<{ id: string, username: string, state: TransferState, askedAt: string, answerDueAt: string, endsAt: string }>, deletionRequests: Array<{ confirmationCode: string, state: DeletionState, source: DeletionSource, requestedAt: string, completedAt: string | null, keysRemovedAt: string | null, accessWithdrawal: AccessWithdrawal, categories: Array<{ name: string, outcome: DeletionOutcome, count: number | null, reason: string | null, settledAt: string | null }> }> } | null };

export type ReconnectTargetQueryVariables = Exact<{
  id: string | number;
}>;


export type ReconnectTargetQuery = { viewer: { id: string, instagramConnection: { id: string, username: string, grantedPermissions: Array<InstagramPermission> } | null } | null };

export type CommentEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type CommentEventsQuery = { service: { commentEvents: boolean } };

export type ConnectInstagramMutationVariables = Exact<{
  input: ConnectInstagramInput;
}>;


export type ConnectInstagramMutation = { connectInstagram: { authorizationUrl: string | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type DisconnectCountsQueryVariables = Exact<{
  id: string | number;
}>;


export type DisconnectCountsQuery = { viewer: { id: string, instagramConnection: { id: string, analyticsSync: { storedDays: number } } | null } | null };

export type DisconnectInstagramMutationVariables = Exact<{
  input: DisconnectInstagramInput;
}>;


export type DisconnectInstagramMutation = { disconnectInstagram: { deletionStatus: { confirmationCode: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type CancelConnectMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelConnectMutation = { cancelConnectInstagram: { account: { id: string, connectAttempt: { startedAt: string, expiresAt: string, connectionId: string | null } | null } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type ConnectionDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectionDetailsQuery = { viewer: { id: string, instagramConnection: { id: string, grantedAt: string, diagnosticId: string, statusEvidence: { kind: ConnectionEvidenceKind, code: string | null }, lastChecks: Array<{ askedAt: string, outcome: ConnectionCheckOutcome, code: string | null }>, lastRenewals: Array<{ askedAt: string, outcome: ConnectionCheckOutcome, code: string | null }> } | null } | null };

export type NewestCheckQueryVariables = Exact<{
  id: string | number;
}>;


export type NewestCheckQuery = { viewer: { id: string, instagramConnection: { id: string, checkedAt: string | null, statusEvidence: { kind: ConnectionEvidenceKind }, newestCheck: Array<{ askedAt: string, outcome: ConnectionCheckOutcome }> } | null } | null };

export type CheckConnectionMutationVariables = Exact<{
  input: CheckConnectionInput;
}>;


export type CheckConnectionMutation = { checkConnection: { userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', retryAt: string, message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type AskForTransferMutationVariables = Exact<{
  input: AskForTransferInput;
}>;


export type AskForTransferMutation = { askForTransfer: { transferRequest: { id: string, username: string, answerDueAt: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', retryAt: string, message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type WithdrawTransferMutationVariables = Exact<{
  input: WithdrawTransferInput;
}>;


export type WithdrawTransferMutation = { withdrawTransfer: { account: { id: string, transferRequests: Array<{ id: string }> } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type KeepConnectionMutationVariables = Exact<{
  input: KeepConnectionInput;
}>;


export type KeepConnectionMutation = { keepConnection: { connection: { id: string, transfer: { askedAt: string, answerDueAt: string, overdue: boolean, endsAt: string } | null } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type ReleaseConnectionMutationVariables = Exact<{
  input: ReleaseConnectionInput;
}>;


export type ReleaseConnectionMutation = { releaseConnection: { deletionStatus: { confirmationCode: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type DeletionCardFragment = { confirmationCode: string, state: DeletionState, source: DeletionSource, requestedAt: string, completedAt: string | null, keysRemovedAt: string | null, accessWithdrawal: AccessWithdrawal, categories: Array<{ name: string, outcome: DeletionOutcome, count: number | null, reason: string | null, settledAt: string | null }> };

export type ShellNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellNoticesQuery = { viewer: { id: string, email: string, emailVerified: boolean, unseenActivityCount: number } | null };

export type ActivityQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ActivityQuery = { viewer: { id: string, activity: { edges: Array<{ node: { id: string, kind: NoticeKind, sentence: string, toldAt: string, seen: boolean, mail: NoticeMail, connection: { id: string, username: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MarkActivitySeenMutationVariables = Exact<{
  input: MarkActivitySeenInput;
}>;


export type MarkActivitySeenMutation = { markActivitySeen: { account: { id: string, unseenActivityCount: number } | null } };

export type NotificationPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationPreferencesQuery = { viewer: { id: string, email: string, emailVerified: boolean, notificationPreferences: Array<{ kind: NoticeKind, mailed: boolean, canChange: boolean }> } | null };

export type SetNotificationPreferenceMutationVariables = Exact<{
  input: SetNotificationPreferenceInput;
}>;


export type SetNotificationPreferenceMutation = { setNotificationPreference: { account: { id: string, notificationPreferences: Array<{ kind: NoticeKind, mailed: boolean, canChange: boolean }> } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SendConfirmationMailMutationVariables = Exact<{ [key: string]: never; }>;


export type SendConfirmationMailMutation = { sendConfirmationMail: { userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type ChangeTimeZoneMutationVariables = Exact<{
  input: ChangeTimeZoneInput;
}>;


export type ChangeTimeZoneMutation = { changeTimeZone: { account: { id: string, timeZone: string } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { account: { id: string, sessions: Array<{ id: string, device: string | null, signedInAt: string, lastUsedAt: string, current: boolean }> } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', maximumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', minimumLength: number, message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type ConfirmPasswordMutationVariables = Exact<{
  input: ConfirmPasswordInput;
}>;


export type ConfirmPasswordMutation = { confirmPassword: { expiresAt: string | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type AddressQueryVariables = Exact<{ [key: string]: never; }>;


export type AddressQuery = { viewer: { id: string, email: string, emailVerified: boolean, pendingEmailChange: { email: string, expiresAt: string } | null } | null };

export type ChangeEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeEmailMutation = { changeEmail: { account: { id: string, email: string, emailVerified: boolean, pendingEmailChange: { email: string, expiresAt: string } | null } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string, path: Array<string> | null }
      | { __typename: 'AlwaysMailed', message: string, path: Array<string> | null }
      | { __typename: 'CheckTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'DataExportBeingSent', message: string, path: Array<string> | null }
      | { __typename: 'DataExportNotReady', message: string, path: Array<string> | null }
      | { __typename: 'DataExportUnderWay', message: string, path: Array<string> | null }
      | { __typename: 'DemoAccountFixed', message: string, path: Array<string> | null }
      | { __typename: 'EmailAlreadyConfirmed', message: string, path: Array<string> | null }
      | { __typename: 'EmailDiffers', message: string, path: Array<string> | null }
      | { __typename: 'EmailInvalid', message: string, path: Array<string> | null }
      | { __typename: 'EmailTaken', message: string, path: Array<string> | null }
      | { __typename: 'EmailUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'LinkNotGood', message: string, path: Array<string> | null }
      | { __typename: 'NoTransferAsked', message: string, path: Array<string> | null }
      | { __typename: 'PasswordBreached', message: string, path: Array<string> | null }
      | { __typename: 'PasswordNeeded', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooLong', message: string, path: Array<string> | null }
      | { __typename: 'PasswordTooShort', message: string, path: Array<string> | null }
      | { __typename: 'PasswordUnchanged', message: string, path: Array<string> | null }
      | { __typename: 'PasswordWrong', message: string, path: Array<string> | null }
      | { __typename: 'ReconnectNeeded', message: string, path: Array<string> | null }
      | { __typename: 'SessionIsThisOne', message: string, path: Array<string> | null }
      | { __typename: 'SyncTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'TimeZoneUnknown', message: string, path: Array<string> | null }
      | { __typename: 'TooManyConnections', message: string, path: Array<string> | null }
      | { __typename: 'TooManyDataExports', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotNeeded', message: string, path: Array<string> | null }
      | { __typename: 'TransferNotProved', message: string, path: Array<string> | null }
      | { __typename: 'TransferOverdue', message: string, path: Array<string> | null }
      | { __typename: 'TransferTooSoon', message: string, path: Array<string> | null }
      | { __typename: 'WrongCredentials', message: string, path: Array<string> | null }
    > } };

export type CancelEmailChangeMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelEmailChangeMutation = { cancelEmailChange: { account: { id: string, email: string, emailVerified: boolean, pendingEmailChange: { email: string, expiresAt: string } | null } | null } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { id: string, sessions: Array<{ id: string, device: string | null, signedInAt: string, lastUsedAt: string, current: boolean }> } | null };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { account: { id: string, sessions: Array<{ id: string, device: string | null, signedInAt: string, lastUsedAt: string, current: boolean }> } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { account: { id: string, sessions: Array<{ id: string, device: string | null, signedInAt: string, lastUsedAt: string, current: boolean }> } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type DataHeldQueryVariables = Exact<{ [key: string]: never; }>;


export type DataHeldQuery = { viewer: { id: string, dataHeld: Array<{ what: string, why: string, until: string, amount: number | null }> } | null };

export type DataExportQueryVariables = Exact<{ [key: string]: never; }>;


export type DataExportQuery = { viewer: { id: string, dataExport: { state: DataExportState, progressPercent: number, requestedAt: string, expiresAt: string | null, endedAt: string | null, sizeBytes: number | null } | null } | null };

export type RequestDataExportMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestDataExportMutation = { requestDataExport: { account: { id: string, dataExport: { state: DataExportState, progressPercent: number, requestedAt: string, expiresAt: string | null, endedAt: string | null, sizeBytes: number | null } | null } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', retryAt: string, message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type DiscardDataExportMutationVariables = Exact<{ [key: string]: never; }>;


export type DiscardDataExportMutation = { discardDataExport: { account: { id: string, dataExport: { state: DataExportState, progressPercent: number, requestedAt: string, expiresAt: string | null, endedAt: string | null, sizeBytes: number | null } | null } | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export type IssueDataExportLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type IssueDataExportLinkMutation = { issueDataExportLink: { url: string | null, userErrors: Array<
      | { __typename: 'AccountAlreadyDeleted', message: string }
      | { __typename: 'AlwaysMailed', message: string }
      | { __typename: 'CheckTooSoon', message: string }
      | { __typename: 'DataExportBeingSent', retryAt: string, message: string }
      | { __typename: 'DataExportNotReady', message: string }
      | { __typename: 'DataExportUnderWay', message: string }
      | { __typename: 'DemoAccountFixed', message: string }
      | { __typename: 'EmailAlreadyConfirmed', message: string }
      | { __typename: 'EmailDiffers', message: string }
      | { __typename: 'EmailInvalid', message: string }
      | { __typename: 'EmailTaken', message: string }
      | { __typename: 'EmailUnchanged', message: string }
      | { __typename: 'LinkNotGood', message: string }
      | { __typename: 'NoTransferAsked', message: string }
      | { __typename: 'PasswordBreached', message: string }
      | { __typename: 'PasswordNeeded', message: string }
      | { __typename: 'PasswordTooLong', message: string }
      | { __typename: 'PasswordTooShort', message: string }
      | { __typename: 'PasswordUnchanged', message: string }
      | { __typename: 'PasswordWrong', message: string }
      | { __typename: 'ReconnectNeeded', message: string }
      | { __typename: 'SessionIsThisOne', message: string }
      | { __typename: 'SyncTooSoon', message: string }
      | { __typename: 'TimeZoneUnknown', message: string }
      | { __typename: 'TooManyConnections', message: string }
      | { __typename: 'TooManyDataExports', message: string }
      | { __typename: 'TransferNotNeeded', message: string }
      | { __typename: 'TransferNotProved', message: string }
      | { __typename: 'TransferOverdue', message: string }
      | { __typename: 'TransferTooSoon', message: string }
      | { __typename: 'WrongCredentials', message: string }
    > } };

export const AnalyticsConnectionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalyticsConnectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InstagramConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deauthorizedAt"}},{"kind":"Field","name":{"kind":"Name","value":"missingPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"syncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"storedDays"}},{"kind":"Field","name":{"kind":"Name","value":"failedAt"}}]}}]}}]} as unknown as DocumentNode<AnalyticsConnectionPartsFragment, unknown>;
export const DeletionCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeletionCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletionStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmationCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"keysRemovedAt"}},{"kind":"Field","name":{"kind":"Name","value":"accessWithdrawal"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}}]} as unknown as DocumentNode<DeletionCardFragment, unknown>;
export const ConnectionIdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectionIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionIdsQuery, ConnectionIdsQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooShort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooLong"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximumLength"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooShort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooLong"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximumLength"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const WhatGoesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatGoes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"storedDays"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataHeld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"goesWithAccount"}}]}}]}}]}}]} as unknown as DocumentNode<WhatGoesQuery, WhatGoesQueryVariables>;
export const DeleteAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletionStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmationCode"}},{"kind":"Field","name":{"kind":"Name","value":"accessWithdrawal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const ConfirmEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmEmailMutation, ConfirmEmailMutationVariables>;
export const ConfirmEmailChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmEmailChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const RequestPasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooShort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooLong"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximumLength"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandboxUrl"}},{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"contactEmail"}},{"kind":"Field","name":{"kind":"Name","value":"instagramAppsUrl"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const AnalyticsConnectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnalyticsConnections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"selectedConnection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalyticsConnectionParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalyticsConnectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InstagramConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deauthorizedAt"}},{"kind":"Field","name":{"kind":"Name","value":"missingPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"syncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"storedDays"}},{"kind":"Field","name":{"kind":"Name","value":"failedAt"}}]}}]}}]} as unknown as DocumentNode<AnalyticsConnectionsQuery, AnalyticsConnectionsQueryVariables>;
export const ConnectionAnalyticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectionAnalytics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"metrics"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalyticsMetric"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connectionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"analytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"metrics"},"value":{"kind":"Variable","name":{"kind":"Name","value":"metrics"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"completeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"syncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"previousTotal"}},{"kind":"Field","name":{"kind":"Name","value":"missingReason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionAnalyticsQuery, ConnectionAnalyticsQueryVariables>;
export const SelectConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SelectConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SelectConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"selectConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"selectedConnection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SelectConnectionMutation, SelectConnectionMutationVariables>;
export const SyncAnalyticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncAnalytics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SyncAnalyticsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncAnalytics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalyticsConnectionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SyncTooSoon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalyticsConnectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InstagramConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deauthorizedAt"}},{"kind":"Field","name":{"kind":"Name","value":"missingPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"syncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"storedDays"}},{"kind":"Field","name":{"kind":"Name","value":"failedAt"}}]}}]}}]} as unknown as DocumentNode<SyncAnalyticsMutation, SyncAnalyticsMutationVariables>;
export const IntegrationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Integrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instagramTrouble"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"nextTryAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connectAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"connectionId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"statusSince"}},{"kind":"Field","name":{"kind":"Name","value":"statusEvidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"resumesAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deauthorizedAt"}},{"kind":"Field","name":{"kind":"Name","value":"grantedPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"missingPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"tokenHealth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefreshedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextRefreshAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"failedAttempts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"syncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"storedDays"}},{"kind":"Field","name":{"kind":"Name","value":"failedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deletionRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeletionCard"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeletionCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletionStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmationCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"keysRemovedAt"}},{"kind":"Field","name":{"kind":"Name","value":"accessWithdrawal"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}}]} as unknown as DocumentNode<IntegrationsQuery, IntegrationsQueryVariables>;
export const ReconnectTargetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReconnectTarget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"grantedPermissions"}}]}}]}}]}}]} as unknown as DocumentNode<ReconnectTargetQuery, ReconnectTargetQueryVariables>;
export const CommentEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommentEvents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentEvents"}}]}}]}}]} as unknown as DocumentNode<CommentEventsQuery, CommentEventsQueryVariables>;
export const ConnectInstagramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectInstagram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectInstagramInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectInstagram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizationUrl"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectInstagramMutation, ConnectInstagramMutationVariables>;
export const DisconnectCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisconnectCounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"analyticsSync"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"storedDays"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DisconnectCountsQuery, DisconnectCountsQueryVariables>;
export const DisconnectInstagramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisconnectInstagram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DisconnectInstagramInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disconnectInstagram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletionStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmationCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DisconnectInstagramMutation, DisconnectInstagramMutationVariables>;
export const CancelConnectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelConnect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelConnectInstagram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connectAttempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"connectionId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CancelConnectMutation, CancelConnectMutationVariables>;
export const ConnectionDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectionDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grantedAt"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosticId"}},{"kind":"Field","name":{"kind":"Name","value":"statusEvidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lastChecks"},"name":{"kind":"Name","value":"checks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"CHECK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lastRenewals"},"name":{"kind":"Name","value":"checks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"RENEWAL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionDetailsQuery, ConnectionDetailsQueryVariables>;
export const NewestCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewestCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"instagramConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statusEvidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"newestCheck"},"name":{"kind":"Name","value":"checks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"CHECK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NewestCheckQuery, NewestCheckQueryVariables>;
export const CheckConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckTooSoon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CheckConnectionMutation, CheckConnectionMutationVariables>;
export const AskForTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskForTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AskForTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askForTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TransferTooSoon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AskForTransferMutation, AskForTransferMutationVariables>;
export const WithdrawTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transferRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawTransferMutation, WithdrawTransferMutationVariables>;
export const KeepConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"KeepConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keepConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<KeepConnectionMutation, KeepConnectionMutationVariables>;
export const ReleaseConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletionStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmationCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseConnectionMutation, ReleaseConnectionMutationVariables>;
export const ShellNoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ShellNotices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"unseenActivityCount"}}]}}]}}]} as unknown as DocumentNode<ShellNoticesQuery, ShellNoticesQueryVariables>;
export const ActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Activity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"mail"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ActivityQuery, ActivityQueryVariables>;
export const MarkActivitySeenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkActivitySeen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkActivitySeenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markActivitySeen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unseenActivityCount"}}]}}]}}]}}]} as unknown as DocumentNode<MarkActivitySeenMutation, MarkActivitySeenMutationVariables>;
export const NotificationPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mailed"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationPreferencesQuery, NotificationPreferencesQueryVariables>;
export const SetNotificationPreferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetNotificationPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetNotificationPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setNotificationPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mailed"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetNotificationPreferenceMutation, SetNotificationPreferenceMutationVariables>;
export const SendConfirmationMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendConfirmationMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendConfirmationMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendConfirmationMailMutation, SendConfirmationMailMutationVariables>;
export const ChangeTimeZoneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeTimeZone"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeTimeZoneInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeTimeZone"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeTimeZoneMutation, ChangeTimeZoneMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"signedInAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooShort"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordTooLong"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maximumLength"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ConfirmPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmPasswordMutation, ConfirmPasswordMutationVariables>;
export const AddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"pendingEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<AddressQuery, AddressQueryVariables>;
export const ChangeEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"pendingEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeEmailMutation, ChangeEmailMutationVariables>;
export const CancelEmailChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"pendingEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelEmailChangeMutation, CancelEmailChangeMutationVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"signedInAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"signedInAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"signedInAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const DataHeldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataHeld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dataHeld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<DataHeldQuery, DataHeldQueryVariables>;
export const DataExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressPercent"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}}]}}]}}]}}]} as unknown as DocumentNode<DataExportQuery, DataExportQueryVariables>;
export const RequestDataExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestDataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestDataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressPercent"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManyDataExports"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RequestDataExportMutation, RequestDataExportMutationVariables>;
export const DiscardDataExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardDataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardDataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progressPercent"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DiscardDataExportMutation, DiscardDataExportMutationVariables>;
export const IssueDataExportLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueDataExportLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueDataExportLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataExportBeingSent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IssueDataExportLinkMutation, IssueDataExportLinkMutationVariables>;