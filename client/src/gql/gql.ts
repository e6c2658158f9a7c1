/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ConnectionIds {\n    viewer {\n      id\n      instagramConnections {\n        id\n      }\n    }\n  }\n": typeof types.ConnectionIdsDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  query WhatGoes {\n    viewer {\n      id\n      email\n      instagramConnections {\n        id\n        username\n        analyticsSync {\n          storedDays\n        }\n      }\n      dataHeld {\n        what\n        amount\n        goesWithAccount\n      }\n    }\n  }\n": typeof types.WhatGoesDocument,
    "\n  mutation DeleteAccount($input: DeleteAccountInput!) {\n    deleteAccount(input: $input) {\n      deletionStatus {\n        confirmationCode\n        accessWithdrawal\n      }\n      userErrors {\n        __typename\n        message\n        path\n      }\n    }\n  }\n": typeof types.DeleteAccountDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.ConfirmEmailDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      email\n      timeZone\n    }\n    service {\n      sandboxUrl\n      operatorName\n      contactEmail\n      instagramAppsUrl\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment AnalyticsConnectionParts on InstagramConnection {\n    id\n    username\n    status\n    deauthorizedAt\n    missingPermissions\n    analyticsSync {\n      running\n      syncedAt\n      completeUntil\n      storedDays\n      failedAt\n    }\n  }\n": typeof types.AnalyticsConnectionPartsFragmentDoc,
    "\n  query AnalyticsConnections {\n    viewer {\n      id\n      timeZone\n      selectedConnection {\n        id\n      }\n      instagramConnections {\n        ...AnalyticsConnectionParts\n      }\n    }\n  }\n": typeof types.AnalyticsConnectionsDocument,
    "\n  query ConnectionAnalytics($connectionId: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {\n    viewer {\n      id\n      instagramConnection(id: $connectionId) {\n        id\n        analytics(from: $from, to: $to, metrics: $metrics) {\n          from\n          to\n          completeUntil\n          syncedAt\n          series {\n            metric\n            values\n            total\n            previousTotal\n            missingReason\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConnectionAnalyticsDocument,
    "\n  mutation SelectConnection($input: SelectConnectionInput!) {\n    selectConnection(input: $input) {\n      account {\n        id\n        selectedConnection {\n          id\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SelectConnectionDocument,
    "\n  mutation SyncAnalytics($input: SyncAnalyticsInput!) {\n    syncAnalytics(input: $input) {\n      connection {\n        ...AnalyticsConnectionParts\n      }\n      userErrors {\n        __typename\n        message\n        ... on SyncTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n": typeof types.SyncAnalyticsDocument,
    "\n  query Integrations {\n    viewer {\n      id\n      instagramConnections {\n        id\n        username\n        displayName\n        status\n        connectedAt\n        checkedAt\n        deauthorizedAt\n        grantedPermissions\n        missingPermissions\n        tokenHealth {\n          expiresAt\n          lastRefreshedAt\n        }\n        analyticsSync {\n          running\n          syncedAt\n          completeUntil\n          storedDays\n          failedAt\n        }\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      transferRequests {\n        id\n        username\n        state\n        askedAt\n        answerDueAt\n        endsAt\n      }\n      deletionRequests {\n        ...DeletionCard\n      }\n    }\n  }\n": typeof types.IntegrationsDocument,
    "\n  query ReconnectTarget($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        username\n        grantedPermissions\n      }\n    }\n  }\n": typeof types.ReconnectTargetDocument,
    "\n  query CommentEvents {\n    service {\n      commentEvents\n    }\n  }\n": typeof types.CommentEventsDocument,
    "\n  mutation ConnectInstagram($input: ConnectInstagramInput!) {\n    connectInstagram(input: $input) {\n      authorizationUrl\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.ConnectInstagramDocument,
    "\n  query DisconnectCounts($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        analyticsSync {\n          storedDays\n        }\n      }\n    }\n  }\n": typeof types.DisconnectCountsDocument,
    "\n  mutation DisconnectInstagram($input: DisconnectInstagramInput!) {\n    disconnectInstagram(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.DisconnectInstagramDocument,
    "\n  mutation AskForTransfer($input: AskForTransferInput!) {\n    askForTransfer(input: $input) {\n      transferRequest {\n        id\n        username\n        answerDueAt\n      }\n      userErrors {\n        __typename\n        message\n        ... on TransferTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n": typeof types.AskForTransferDocument,
    "\n  mutation WithdrawTransfer($input: WithdrawTransferInput!) {\n    withdrawTransfer(input: $input) {\n      account {\n        id\n        transferRequests {\n          id\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.WithdrawTransferDocument,
    "\n  mutation KeepConnection($input: KeepConnectionInput!) {\n    keepConnection(input: $input) {\n      connection {\n        id\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.KeepConnectionDocument,
    "\n  mutation ReleaseConnection($input: ReleaseConnectionInput!) {\n    releaseConnection(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.ReleaseConnectionDocument,
    "\n  fragment DeletionCard on DeletionStatus {\n    confirmationCode\n    state\n    source\n    requestedAt\n    completedAt\n    keysRemovedAt\n    accessWithdrawal\n    categories {\n      name\n      outcome\n      count\n      reason\n    }\n  }\n": typeof types.DeletionCardFragmentDoc,
    "\n  query ShellNotices {\n    viewer {\n      id\n      emailVerified\n      unseenActivityCount\n    }\n  }\n": typeof types.ShellNoticesDocument,
    "\n  query Activity($after: String) {\n    viewer {\n      id\n      activity(first: 20, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            sentence\n            toldAt\n            seen\n            mail\n            connection {\n              id\n              username\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  mutation MarkActivitySeen($input: MarkActivitySeenInput!) {\n    markActivitySeen(input: $input) {\n      account {\n        id\n        unseenActivityCount\n      }\n    }\n  }\n": typeof types.MarkActivitySeenDocument,
    "\n  query NotificationPreferences {\n    viewer {\n      id\n      email\n      emailVerified\n      notificationPreferences {\n        kind\n        mailed\n        canChange\n      }\n    }\n  }\n": typeof types.NotificationPreferencesDocument,
    "\n  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {\n    setNotificationPreference(input: $input) {\n      account {\n        id\n        notificationPreferences {\n          kind\n          mailed\n          canChange\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SetNotificationPreferenceDocument,
    "\n  mutation SendConfirmationMail {\n    sendConfirmationMail {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.SendConfirmationMailDocument,
    "\n  mutation ChangeTimeZone($input: ChangeTimeZoneInput!) {\n    changeTimeZone(input: $input) {\n      account {\n        id\n        timeZone\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.ChangeTimeZoneDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation ConfirmPassword($input: ConfirmPasswordInput!) {\n    confirmPassword(input: $input) {\n      expiresAt\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.ConfirmPasswordDocument,
    "\n  query Sessions {\n    viewer {\n      id\n      sessions {\n        id\n        device\n        signedInAt\n        lastUsedAt\n        current\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  query DataHeld {\n    viewer {\n      id\n      dataHeld {\n        what\n        why\n        until\n        amount\n      }\n    }\n  }\n": typeof types.DataHeldDocument,
    "\n  query DataExport {\n    viewer {\n      id\n      dataExport {\n        state\n        progressPercent\n        requestedAt\n        expiresAt\n        endedAt\n        sizeBytes\n      }\n    }\n  }\n": typeof types.DataExportDocument,
    "\n  mutation RequestDataExport {\n    requestDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n        ... on TooManyDataExports {\n          retryAt\n        }\n      }\n    }\n  }\n": typeof types.RequestDataExportDocument,
    "\n  mutation DiscardDataExport {\n    discardDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": typeof types.DiscardDataExportDocument,
    "\n  mutation IssueDataExportLink {\n    issueDataExportLink {\n      url\n      userErrors {\n        __typename\n        message\n        ... on DataExportBeingSent {\n          retryAt\n        }\n      }\n    }\n  }\n": typeof types.IssueDataExportLinkDocument,
};
const documents: Documents = {
    "\n  query ConnectionIds {\n    viewer {\n      id\n      instagramConnections {\n        id\n      }\n    }\n  }\n": types.ConnectionIdsDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": types.SignUpDocument,
    "\n  query WhatGoes {\n    viewer {\n      id\n      email\n      instagramConnections {\n        id\n        username\n        analyticsSync {\n          storedDays\n        }\n      }\n      dataHeld {\n        what\n        amount\n        goesWithAccount\n      }\n    }\n  }\n": types.WhatGoesDocument,
    "\n  mutation DeleteAccount($input: DeleteAccountInput!) {\n    deleteAccount(input: $input) {\n      deletionStatus {\n        confirmationCode\n        accessWithdrawal\n      }\n      userErrors {\n        __typename\n        message\n        path\n      }\n    }\n  }\n": types.DeleteAccountDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.ConfirmEmailDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      email\n      timeZone\n    }\n    service {\n      sandboxUrl\n      operatorName\n      contactEmail\n      instagramAppsUrl\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment AnalyticsConnectionParts on InstagramConnection {\n    id\n    username\n    status\n    deauthorizedAt\n    missingPermissions\n    analyticsSync {\n      running\n      syncedAt\n      completeUntil\n      storedDays\n      failedAt\n    }\n  }\n": types.AnalyticsConnectionPartsFragmentDoc,
    "\n  query AnalyticsConnections {\n    viewer {\n      id\n      timeZone\n      selectedConnection {\n        id\n      }\n      instagramConnections {\n        ...AnalyticsConnectionParts\n      }\n    }\n  }\n": types.AnalyticsConnectionsDocument,
    "\n  query ConnectionAnalytics($connectionId: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {\n    viewer {\n      id\n      instagramConnection(id: $connectionId) {\n        id\n        analytics(from: $from, to: $to, metrics: $metrics) {\n          from\n          to\n          completeUntil\n          syncedAt\n          series {\n            metric\n            values\n            total\n            previousTotal\n            missingReason\n          }\n        }\n      }\n    }\n  }\n": types.ConnectionAnalyticsDocument,
    "\n  mutation SelectConnection($input: SelectConnectionInput!) {\n    selectConnection(input: $input) {\n      account {\n        id\n        selectedConnection {\n          id\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SelectConnectionDocument,
    "\n  mutation SyncAnalytics($input: SyncAnalyticsInput!) {\n    syncAnalytics(input: $input) {\n      connection {\n        ...AnalyticsConnectionParts\n      }\n      userErrors {\n        __typename\n        message\n        ... on SyncTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n": types.SyncAnalyticsDocument,
    "\n  query Integrations {\n    viewer {\n      id\n      instagramConnections {\n        id\n        username\n        displayName\n        status\n        connectedAt\n        checkedAt\n        deauthorizedAt\n        grantedPermissions\n        missingPermissions\n        tokenHealth {\n          expiresAt\n          lastRefreshedAt\n        }\n        analyticsSync {\n          running\n          syncedAt\n          completeUntil\n          storedDays\n          failedAt\n        }\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      transferRequests {\n        id\n        username\n        state\n        askedAt\n        answerDueAt\n        endsAt\n      }\n      deletionRequests {\n        ...DeletionCard\n      }\n    }\n  }\n": types.IntegrationsDocument,
    "\n  query ReconnectTarget($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        username\n        grantedPermissions\n      }\n    }\n  }\n": types.ReconnectTargetDocument,
    "\n  query CommentEvents {\n    service {\n      commentEvents\n    }\n  }\n": types.CommentEventsDocument,
    "\n  mutation ConnectInstagram($input: ConnectInstagramInput!) {\n    connectInstagram(input: $input) {\n      authorizationUrl\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.ConnectInstagramDocument,
    "\n  query DisconnectCounts($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        analyticsSync {\n          storedDays\n        }\n      }\n    }\n  }\n": types.DisconnectCountsDocument,
    "\n  mutation DisconnectInstagram($input: DisconnectInstagramInput!) {\n    disconnectInstagram(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.DisconnectInstagramDocument,
    "\n  mutation AskForTransfer($input: AskForTransferInput!) {\n    askForTransfer(input: $input) {\n      transferRequest {\n        id\n        username\n        answerDueAt\n      }\n      userErrors {\n        __typename\n        message\n        ... on TransferTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n": types.AskForTransferDocument,
    "\n  mutation WithdrawTransfer($input: WithdrawTransferInput!) {\n    withdrawTransfer(input: $input) {\n      account {\n        id\n        transferRequests {\n          id\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.WithdrawTransferDocument,
    "\n  mutation KeepConnection($input: KeepConnectionInput!) {\n    keepConnection(input: $input) {\n      connection {\n        id\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.KeepConnectionDocument,
    "\n  mutation ReleaseConnection($input: ReleaseConnectionInput!) {\n    releaseConnection(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.ReleaseConnectionDocument,
    "\n  fragment DeletionCard on DeletionStatus {\n    confirmationCode\n    state\n    source\n    requestedAt\n    completedAt\n    keysRemovedAt\n    accessWithdrawal\n    categories {\n      name\n      outcome\n      count\n      reason\n    }\n  }\n": types.DeletionCardFragmentDoc,
    "\n  query ShellNotices {\n    viewer {\n      id\n      emailVerified\n      unseenActivityCount\n    }\n  }\n": types.ShellNoticesDocument,
    "\n  query Activity($after: String) {\n    viewer {\n      id\n      activity(first: 20, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            sentence\n            toldAt\n            seen\n            mail\n            connection {\n              id\n              username\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.ActivityDocument,
    "\n  mutation MarkActivitySeen($input: MarkActivitySeenInput!) {\n    markActivitySeen(input: $input) {\n      account {\n        id\n        unseenActivityCount\n      }\n    }\n  }\n": types.MarkActivitySeenDocument,
    "\n  query NotificationPreferences {\n    viewer {\n      id\n      email\n      emailVerified\n      notificationPreferences {\n        kind\n        mailed\n        canChange\n      }\n    }\n  }\n": types.NotificationPreferencesDocument,
    "\n  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {\n    setNotificationPreference(input: $input) {\n      account {\n        id\n        notificationPreferences {\n          kind\n          mailed\n          canChange\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SetNotificationPreferenceDocument,
    "\n  mutation SendConfirmationMail {\n    sendConfirmationMail {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.SendConfirmationMailDocument,
    "\n  mutation ChangeTimeZone($input: ChangeTimeZoneInput!) {\n    changeTimeZone(input: $input) {\n      account {\n        id\n        timeZone\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.ChangeTimeZoneDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation ConfirmPassword($input: ConfirmPasswordInput!) {\n    confirmPassword(input: $input) {\n      expiresAt\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.ConfirmPasswordDocument,
    "\n  query Sessions {\n    viewer {\n      id\n      sessions {\n        id\n        device\n        signedInAt\n        lastUsedAt\n        current\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  query DataHeld {\n    viewer {\n      id\n      dataHeld {\n        what\n        why\n        until\n        amount\n      }\n    }\n  }\n": types.DataHeldDocument,
    "\n  query DataExport {\n    viewer {\n      id\n      dataExport {\n        state\n        progressPercent\n        requestedAt\n        expiresAt\n        endedAt\n        sizeBytes\n      }\n    }\n  }\n": types.DataExportDocument,
    "\n  mutation RequestDataExport {\n    requestDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n        ... on TooManyDataExports {\n          retryAt\n        }\n      }\n    }\n  }\n": types.RequestDataExportDocument,
    "\n  mutation DiscardDataExport {\n    discardDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n": types.DiscardDataExportDocument,
    "\n  mutation IssueDataExportLink {\n    issueDataExportLink {\n      url\n      userErrors {\n        __typename\n        message\n        ... on DataExportBeingSent {\n          retryAt\n        }\n      }\n    }\n  }\n": types.IssueDataExportLinkDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionIds {\n    viewer {\n      id\n      instagramConnections {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query ConnectionIds {\n    viewer {\n      id\n      instagramConnections {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhatGoes {\n    viewer {\n      id\n      email\n      instagramConnections {\n        id\n        username\n        analyticsSync {\n          storedDays\n        }\n      }\n      dataHeld {\n        what\n        amount\n        goesWithAccount\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhatGoes {\n    viewer {\n      id\n      email\n      instagramConnections {\n        id\n        username\n        analyticsSync {\n          storedDays\n        }\n      }\n      dataHeld {\n        what\n        amount\n        goesWithAccount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount($input: DeleteAccountInput!) {\n    deleteAccount(input: $input) {\n      deletionStatus {\n        confirmationCode\n        accessWithdrawal\n      }\n      userErrors {\n        __typename\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteAccount($input: DeleteAccountInput!) {\n    deleteAccount(input: $input) {\n      deletionStatus {\n        confirmationCode\n        accessWithdrawal\n      }\n      userErrors {\n        __typename\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      email\n      timeZone\n    }\n    service {\n      sandboxUrl\n      operatorName\n      contactEmail\n      instagramAppsUrl\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      email\n      timeZone\n    }\n    service {\n      sandboxUrl\n      operatorName\n      contactEmail\n      instagramAppsUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AnalyticsConnectionParts on InstagramConnection {\n    id\n    username\n    status\n    deauthorizedAt\n    missingPermissions\n    analyticsSync {\n      running\n      syncedAt\n      completeUntil\n      storedDays\n      failedAt\n    }\n  }\n"): (typeof documents)["\n  fragment AnalyticsConnectionParts on InstagramConnection {\n    id\n    username\n    status\n    deauthorizedAt\n    missingPermissions\n    analyticsSync {\n      running\n      syncedAt\n      completeUntil\n      storedDays\n      failedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnalyticsConnections {\n    viewer {\n      id\n      timeZone\n      selectedConnection {\n        id\n      }\n      instagramConnections {\n        ...AnalyticsConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  query AnalyticsConnections {\n    viewer {\n      id\n      timeZone\n      selectedConnection {\n        id\n      }\n      instagramConnections {\n        ...AnalyticsConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionAnalytics($connectionId: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {\n    viewer {\n      id\n      instagramConnection(id: $connectionId) {\n        id\n        analytics(from: $from, to: $to, metrics: $metrics) {\n          from\n          to\n          completeUntil\n          syncedAt\n          series {\n            metric\n            values\n            total\n            previousTotal\n            missingReason\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ConnectionAnalytics($connectionId: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {\n    viewer {\n      id\n      instagramConnection(id: $connectionId) {\n        id\n        analytics(from: $from, to: $to, metrics: $metrics) {\n          from\n          to\n          completeUntil\n          syncedAt\n          series {\n            metric\n            values\n            total\n            previousTotal\n            missingReason\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SelectConnection($input: SelectConnectionInput!) {\n    selectConnection(input: $input) {\n      account {\n        id\n        selectedConnection {\n          id\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SelectConnection($input: SelectConnectionInput!) {\n    selectConnection(input: $input) {\n      account {\n        id\n        selectedConnection {\n          id\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncAnalytics($input: SyncAnalyticsInput!) {\n    syncAnalytics(input: $input) {\n      connection {\n        ...AnalyticsConnectionParts\n      }\n      userErrors {\n        __typename\n        message\n        ... on SyncTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncAnalytics($input: SyncAnalyticsInput!) {\n    syncAnalytics(input: $input) {\n      connection {\n        ...AnalyticsConnectionParts\n      }\n      userErrors {\n        __typename\n        message\n        ... on SyncTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Integrations {\n    viewer {\n      id\n      instagramConnections {\n        id\n        username\n        displayName\n        status\n        connectedAt\n        checkedAt\n        deauthorizedAt\n        grantedPermissions\n        missingPermissions\n        tokenHealth {\n          expiresAt\n          lastRefreshedAt\n        }\n        analyticsSync {\n          running\n          syncedAt\n          completeUntil\n          storedDays\n          failedAt\n        }\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      transferRequests {\n        id\n        username\n        state\n        askedAt\n        answerDueAt\n        endsAt\n      }\n      deletionRequests {\n        ...DeletionCard\n      }\n    }\n  }\n"): (typeof documents)["\n  query Integrations {\n    viewer {\n      id\n      instagramConnections {\n        id\n        username\n        displayName\n        status\n        connectedAt\n        checkedAt\n        deauthorizedAt\n        grantedPermissions\n        missingPermissions\n        tokenHealth {\n          expiresAt\n          lastRefreshedAt\n        }\n        analyticsSync {\n          running\n          syncedAt\n          completeUntil\n          storedDays\n          failedAt\n        }\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      transferRequests {\n        id\n        username\n        state\n        askedAt\n        answerDueAt\n        endsAt\n      }\n      deletionRequests {\n        ...DeletionCard\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconnectTarget($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        username\n        grantedPermissions\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReconnectTarget($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        username\n        grantedPermissions\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommentEvents {\n    service {\n      commentEvents\n    }\n  }\n"): (typeof documents)["\n  query CommentEvents {\n    service {\n      commentEvents\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectInstagram($input: ConnectInstagramInput!) {\n    connectInstagram(input: $input) {\n      authorizationUrl\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectInstagram($input: ConnectInstagramInput!) {\n    connectInstagram(input: $input) {\n      authorizationUrl\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DisconnectCounts($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        analyticsSync {\n          storedDays\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DisconnectCounts($id: ID!) {\n    viewer {\n      id\n      instagramConnection(id: $id) {\n        id\n        analyticsSync {\n          storedDays\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisconnectInstagram($input: DisconnectInstagramInput!) {\n    disconnectInstagram(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisconnectInstagram($input: DisconnectInstagramInput!) {\n    disconnectInstagram(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskForTransfer($input: AskForTransferInput!) {\n    askForTransfer(input: $input) {\n      transferRequest {\n        id\n        username\n        answerDueAt\n      }\n      userErrors {\n        __typename\n        message\n        ... on TransferTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskForTransfer($input: AskForTransferInput!) {\n    askForTransfer(input: $input) {\n      transferRequest {\n        id\n        username\n        answerDueAt\n      }\n      userErrors {\n        __typename\n        message\n        ... on TransferTooSoon {\n          retryAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawTransfer($input: WithdrawTransferInput!) {\n    withdrawTransfer(input: $input) {\n      account {\n        id\n        transferRequests {\n          id\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawTransfer($input: WithdrawTransferInput!) {\n    withdrawTransfer(input: $input) {\n      account {\n        id\n        transferRequests {\n          id\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepConnection($input: KeepConnectionInput!) {\n    keepConnection(input: $input) {\n      connection {\n        id\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KeepConnection($input: KeepConnectionInput!) {\n    keepConnection(input: $input) {\n      connection {\n        id\n        transfer {\n          askedAt\n          answerDueAt\n          overdue\n          endsAt\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseConnection($input: ReleaseConnectionInput!) {\n    releaseConnection(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseConnection($input: ReleaseConnectionInput!) {\n    releaseConnection(input: $input) {\n      deletionStatus {\n        confirmationCode\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeletionCard on DeletionStatus {\n    confirmationCode\n    state\n    source\n    requestedAt\n    completedAt\n    keysRemovedAt\n    accessWithdrawal\n    categories {\n      name\n      outcome\n      count\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment DeletionCard on DeletionStatus {\n    confirmationCode\n    state\n    source\n    requestedAt\n    completedAt\n    keysRemovedAt\n    accessWithdrawal\n    categories {\n      name\n      outcome\n      count\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellNotices {\n    viewer {\n      id\n      emailVerified\n      unseenActivityCount\n    }\n  }\n"): (typeof documents)["\n  query ShellNotices {\n    viewer {\n      id\n      emailVerified\n      unseenActivityCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($after: String) {\n    viewer {\n      id\n      activity(first: 20, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            sentence\n            toldAt\n            seen\n            mail\n            connection {\n              id\n              username\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Activity($after: String) {\n    viewer {\n      id\n      activity(first: 20, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            sentence\n            toldAt\n            seen\n            mail\n            connection {\n              id\n              username\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkActivitySeen($input: MarkActivitySeenInput!) {\n    markActivitySeen(input: $input) {\n      account {\n        id\n        unseenActivityCount\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkActivitySeen($input: MarkActivitySeenInput!) {\n    markActivitySeen(input: $input) {\n      account {\n        id\n        unseenActivityCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationPreferences {\n    viewer {\n      id\n      email\n      emailVerified\n      notificationPreferences {\n        kind\n        mailed\n        canChange\n      }\n    }\n  }\n"): (typeof documents)["\n  query NotificationPreferences {\n    viewer {\n      id\n      email\n      emailVerified\n      notificationPreferences {\n        kind\n        mailed\n        canChange\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {\n    setNotificationPreference(input: $input) {\n      account {\n        id\n        notificationPreferences {\n          kind\n          mailed\n          canChange\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {\n    setNotificationPreference(input: $input) {\n      account {\n        id\n        notificationPreferences {\n          kind\n          mailed\n          canChange\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendConfirmationMail {\n    sendConfirmationMail {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendConfirmationMail {\n    sendConfirmationMail {\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeTimeZone($input: ChangeTimeZoneInput!) {\n    changeTimeZone(input: $input) {\n      account {\n        id\n        timeZone\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeTimeZone($input: ChangeTimeZoneInput!) {\n    changeTimeZone(input: $input) {\n      account {\n        id\n        timeZone\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n        path\n        ... on PasswordTooShort {\n          minimumLength\n        }\n        ... on PasswordTooLong {\n          maximumLength\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmPassword($input: ConfirmPasswordInput!) {\n    confirmPassword(input: $input) {\n      expiresAt\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmPassword($input: ConfirmPasswordInput!) {\n    confirmPassword(input: $input) {\n      expiresAt\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions {\n    viewer {\n      id\n      sessions {\n        id\n        device\n        signedInAt\n        lastUsedAt\n        current\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sessions {\n    viewer {\n      id\n      sessions {\n        id\n        device\n        signedInAt\n        lastUsedAt\n        current\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions {\n    endOtherSessions {\n      account {\n        id\n        sessions {\n          id\n          device\n          signedInAt\n          lastUsedAt\n          current\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DataHeld {\n    viewer {\n      id\n      dataHeld {\n        what\n        why\n        until\n        amount\n      }\n    }\n  }\n"): (typeof documents)["\n  query DataHeld {\n    viewer {\n      id\n      dataHeld {\n        what\n        why\n        until\n        amount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DataExport {\n    viewer {\n      id\n      dataExport {\n        state\n        progressPercent\n        requestedAt\n        expiresAt\n        endedAt\n        sizeBytes\n      }\n    }\n  }\n"): (typeof documents)["\n  query DataExport {\n    viewer {\n      id\n      dataExport {\n        state\n        progressPercent\n        requestedAt\n        expiresAt\n        endedAt\n        sizeBytes\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestDataExport {\n    requestDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n        ... on TooManyDataExports {\n          retryAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestDataExport {\n    requestDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n        ... on TooManyDataExports {\n          retryAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardDataExport {\n    discardDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardDataExport {\n    discardDataExport {\n      account {\n        id\n        dataExport {\n          state\n          progressPercent\n          requestedAt\n          expiresAt\n          endedAt\n          sizeBytes\n        }\n      }\n      userErrors {\n        __typename\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IssueDataExportLink {\n    issueDataExportLink {\n      url\n      userErrors {\n        __typename\n        message\n        ... on DataExportBeingSent {\n          retryAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation IssueDataExportLink {\n    issueDataExportLink {\n      url\n      userErrors {\n        __typename\n        message\n        ... on DataExportBeingSent {\n          retryAt\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;