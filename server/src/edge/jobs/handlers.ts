import { z } from 'zod';
import {
  type AnalyticsFeature,
  FIND_ANALYTICS_SYNCS_TASK,
  SYNC_ANALYTICS_TASK,
} from '../../features/analytics';
import {
  CHECK_CONNECTION_TASK,
  type CheckDependencies,
  checkConnection,
  type DeauthorizeDependencies,
  FIND_DUE_CHECKS_TASK,
  FIND_DUE_RENEWALS_TASK,
  FIND_DUE_SUBSCRIPTIONS_TASK,
  findDueChecks,
  findDueRenewals,
  findDueSubscriptions,
  type InstagramWatch,
  PROBE_GRANT_TASK,
  probeGrant,
  RENEW_TOKEN_TASK,
  type RenewDependencies,
  renewToken,
  SUBSCRIBE_EVENTS_TASK,
  type SubscribeDependencies,
  subscribeEvents,
  WARN_OF_ENDING_TASK,
  WATCH_INSTAGRAM_TASK,
  type WarnDependencies,
  warnOfEndingAccess,
} from '../../features/connection';
import {
  type AddendumDependencies,
  APPEND_LEDGER_TASK,
  ERASE_TASK,
  type EraseDependencies,
  erase,
  FIND_UNFINISHED_ERASURES_TASK,
  FIND_UNTOLD_RECIPIENTS_TASK,
  findUnfinishedErasures,
  findUntoldRecipients,
  ISSUE_ADDENDUM_TASK,
  issueAddendum,
  TELL_RECIPIENT_TASK,
  type TellDependencies,
  tellRecipient,
} from '../../features/deletion';
import {
  BUILD_EXPORT_TASK,
  type BuildExportDependencies,
  buildExport,
  END_EXPORT_TASK,
  END_OVERDUE_EXPORTS_TASK,
  endExpired,
  endOverdueExports,
} from '../../features/export';
import { SEND_MAIL_TASK, type SendMailDependencies, sendMail } from '../../features/notice';
import { SETTLE_TRANSFERS_TASK, type SettleDependencies, settleTransfers } from '../../features/transfer';
import type { JobHandler } from '../../platform/jobs/runner';
import { type RetireDependencies, retireEpochs } from '../../platform/vault';
import { type TidyDependencies, tidy } from './tidy';
import { RETIRE_EPOCHS_TASK } from './timetable';

interface JobDependencies {
  readonly analytics: AnalyticsFeature;
  readonly erasing: EraseDependencies;
  readonly telling: TellDependencies;
  readonly addenda: AddendumDependencies;
  readonly deauthorizing: DeauthorizeDependencies;
  readonly renewing: RenewDependencies;
  readonly warning: WarnDependencies;
  readonly checking: CheckDependencies;
  readonly watch: InstagramWatch;
  readonly settlingTransfers: SettleDependencies;
  readonly subscribing: SubscribeDependencies;
  readonly exporting: BuildExportDependencies;
  readonly mailing: SendMailDependencies;
  readonly retiringEpochs: RetireDependencies;
  readonly tidying: TidyDependencies;
}

const eraseJob = z.object({ requestId: z.uuid() });
const recipientJob = z.object({ recipientId: z.uuid() });
const exportJob = z.object({ exportId: z.uuid() });
const mailJob = z.object({ mailId: z.uuid() });
const probeJob = z.object({ connectionId: z.uuid(), generation: z.int() });
const connectionJob = z.object({ connectionId: z.uuid() });

/** What each job of the queue does: its payload is checked, then one use case is called. */
export function jobHandlers(deps: JobDependencies): Readonly<Record<string, JobHandler>> {
  return {
    [ERASE_TASK]: (payload) => erase(deps.erasing, eraseJob.parse(payload).requestId),
    [APPEND_LEDGER_TASK]: () => deps.erasing.ledger.append(),
    [FIND_UNFINISHED_ERASURES_TASK]: async () => {
      await findUnfinishedErasures(deps.tidying.dataSource, deps.tidying.clock);
    },
    [TELL_RECIPIENT_TASK]: (payload) => tellRecipient(deps.telling, recipientJob.parse(payload).recipientId),
    [ISSUE_ADDENDUM_TASK]: (payload) => issueAddendum(deps.addenda, eraseJob.parse(payload).requestId),
    [FIND_UNTOLD_RECIPIENTS_TASK]: async () => {
      await findUntoldRecipients(deps.tidying.dataSource, deps.tidying.clock);
    },
    [PROBE_GRANT_TASK]: async (payload) => {
      const { connectionId, generation } = probeJob.parse(payload);
      await probeGrant(deps.deauthorizing, connectionId, generation);
    },
    [RENEW_TOKEN_TASK]: async (payload) => {
      await renewToken(deps.renewing, connectionJob.parse(payload).connectionId);
    },
    [FIND_DUE_RENEWALS_TASK]: async () => {
      await findDueRenewals(deps.renewing);
    },
    [CHECK_CONNECTION_TASK]: async (payload) => {
      await checkConnection(deps.checking, connectionJob.parse(payload).connectionId);
    },
    [FIND_DUE_CHECKS_TASK]: async () => {
      await findDueChecks(deps.tidying.dataSource, deps.tidying.clock);
    },
    [WATCH_INSTAGRAM_TASK]: () => deps.watch.tryAgain(),
    [WARN_OF_ENDING_TASK]: () => warnOfEndingAccess(deps.warning),
    [SETTLE_TRANSFERS_TASK]: () => settleTransfers(deps.settlingTransfers),
    [SUBSCRIBE_EVENTS_TASK]: async (payload) => {
      await subscribeEvents(deps.subscribing, connectionJob.parse(payload).connectionId);
    },
    [FIND_DUE_SUBSCRIPTIONS_TASK]: async () => {
      await findDueSubscriptions(deps.subscribing);
    },
    [SYNC_ANALYTICS_TASK]: async (payload, signal) => {
      await deps.analytics.sync(connectionJob.parse(payload).connectionId, signal);
    },
    [FIND_ANALYTICS_SYNCS_TASK]: async () => {
      await deps.analytics.findDueSyncs();
    },
    [BUILD_EXPORT_TASK]: (payload) => buildExport(deps.exporting, exportJob.parse(payload).exportId),
    [END_EXPORT_TASK]: (payload) => endExpired(deps.exporting, exportJob.parse(payload).exportId),
    [END_OVERDUE_EXPORTS_TASK]: () => endOverdueExports(deps.exporting),
    [SEND_MAIL_TASK]: (payload) => sendMail(deps.mailing, mailJob.parse(payload).mailId),
    [RETIRE_EPOCHS_TASK]: () => retireEpochs(deps.retiringEpochs),
    tidy: () => tidy(deps.tidying),
  };
}
