import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver } from './account/account.resolver';
import { ChangeEmailResolver } from './account/change-email';
import { ChangePasswordResolver } from './account/change-password';
import { ChangeTimeZoneResolver } from './account/change-time-zone';
import { ConfirmEmailResolver } from './account/confirm-email';
import { ConfirmEmailChangeResolver } from './account/confirm-email-change';
import { ConfirmPasswordResolver } from './account/confirm-password';
import { DataHeldResolver } from './account/data-held.resolver';
import { DeleteAccountResolver } from './account/delete-account';
import { EndSessionResolver } from './account/end-session';
import { ResetPasswordResolver } from './account/reset-password';
import { SelectConnectionResolver } from './account/select-connection';
import { SessionsResolver } from './account/sessions.resolver';
import { SignInResolver } from './account/sign-in';
import { SignOutResolver } from './account/sign-out';
import { SignUpResolver } from './account/sign-up';
import * as accountErrors from './account/user-errors';
import { ConnectionAnalyticsResolver } from './analytics/connection-analytics.resolver';
import { SyncAnalyticsResolver } from './analytics/sync-analytics';
import * as analyticsErrors from './analytics/user-errors';
import { CheckConnectionResolver } from './connection/check-connection';
import { ConnectAttemptResolver } from './connection/connect-attempt';
import { ConnectInstagramResolver } from './connection/connect-instagram';
import { ConnectionPictureResolver } from './connection/connection-picture.resolver';
import { DisconnectInstagramResolver } from './connection/disconnect-instagram';
import { InstagramTroubleResolver } from './connection/instagram-trouble';
import * as connectionErrors from './connection/user-errors';
import { DeletionStatusResolver } from './deletion/deletion-status.resolver';
import { DataExportResolver } from './export/data-export.resolver';
import { DiscardDataExportResolver } from './export/discard-data-export';
import { IssueDataExportLinkResolver } from './export/issue-data-export-link';
import { RequestDataExportResolver } from './export/request-data-export';
import * as exportErrors from './export/user-errors';
import { ActivityResolver } from './notice/activity.resolver';
import { MarkActivitySeenResolver } from './notice/mark-activity-seen';
import { SetNotificationPreferenceResolver } from './notice/set-notification-preference';
import * as noticeErrors from './notice/user-errors';
import { DateTimeScalar } from './scalars';
import { ServiceResolver } from './service/service.resolver';
import { TRANSFER_RESOLVERS } from './transfer/resolvers';
import * as transferErrors from './transfer/user-errors';
import { UserError } from './user-errors';

type Class = abstract new (...args: never[]) => unknown;

const RESOLVERS = [
  AccountResolver,
  DataHeldResolver,
  SignUpResolver,
  SignInResolver,
  SignOutResolver,
  ConfirmEmailResolver,
  ResetPasswordResolver,
  ActivityResolver,
  MarkActivitySeenResolver,
  SetNotificationPreferenceResolver,
  SelectConnectionResolver,
  CheckConnectionResolver,
  DeleteAccountResolver,
  SessionsResolver,
  EndSessionResolver,
  ConfirmPasswordResolver,
  ChangeEmailResolver,
  ConfirmEmailChangeResolver,
  ChangePasswordResolver,
  ChangeTimeZoneResolver,
  ConnectInstagramResolver,
  ConnectAttemptResolver,
  InstagramTroubleResolver,
  DisconnectInstagramResolver,
  ConnectionAnalyticsResolver,
  ConnectionPictureResolver,
  SyncAnalyticsResolver,
  DeletionStatusResolver,
  DataExportResolver,
  RequestDataExportResolver,
  DiscardDataExportResolver,
  IssueDataExportLinkResolver,
  ServiceResolver,
  ...TRANSFER_RESOLVERS,
] as const;

type SchemaOptions = Parameters<typeof buildSchemaSync>[0];

/** The types that only ever appear behind the UserError interface. */
const USER_ERRORS = [
  accountErrors,
  analyticsErrors,
  connectionErrors,
  exportErrors,
  noticeErrors,
  transferErrors,
]
  .flatMap((exported): Class[] => Object.values(exported))
  .filter((exported) => exported.prototype instanceof UserError);

/**
 * The schema, with the resolver instances that `app.ts` built. Without instances it can only be printed.
 */
export function createSchema(instances: readonly object[] = []): GraphQLSchema {
  const byClass = new Map<Class, object>(
    instances.map((instance) => [instance.constructor as Class, instance]),
  );
  const schema = buildSchemaSync({
    resolvers: RESOLVERS as unknown as SchemaOptions['resolvers'],
    container: { get: (resolver: Class) => byClass.get(resolver) as never },
    orphanedTypes: USER_ERRORS,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
  });
  describeRoots(schema);
  return schema;
}

/** TypeGraphQL makes the two roots itself, and without a description. */
function describeRoots(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  if (query)
    query.description = 'Where reading starts: at the person who is signed in, or at something public.';
  if (mutation)
    mutation.description = 'What can be done. Each answer carries the reasons why it was not done.';
}
