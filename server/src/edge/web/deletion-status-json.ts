import type { DeletionStatusView } from './pages/deletion-status-view';
import { toTheMinute } from './pages/time';

/** A `DateTime` as the API writes it, cut to the minute. */
const minute = (moment: Date | null): string | null =>
  moment === null ? null : new Date(toTheMinute(moment)).toISOString();

/** The status as a document, under the names of the GraphQL type; times to the minute, like the page. */
export function deletionStatusJson(status: DeletionStatusView): object {
  return {
    confirmationCode: status.confirmationCode,
    state: status.state,
    source: status.source,
    requestedAt: minute(status.requestedAt),
    completedAt: minute(status.completedAt),
    keysRemovedAt: minute(status.keysRemovedAt),
    accessWithdrawal: status.accessWithdrawal,
    unrecoverableBy: minute(status.unrecoverableBy),
    categories: status.categories.map(({ name, outcome, reason, keptUntil }) => ({
      name,
      outcome,
      reason,
      keptUntil: minute(keptUntil),
    })),
    receipt: status.receipt,
    recipients: { told: status.recipients.told, total: status.recipients.total },
    addendum: status.addendum,
  };
}
