import type { Holding, RetentionLine } from '../../platform/database/held';
import { KEPT_DAYS, READY_DAYS } from './transfer-terms';

const TRANSFER: RetentionLine = {
  name: 'transfer-request',
  until: `it is withdrawn or the account moved, or ${READY_DAYS + 1} days after the time to answer; ${KEPT_DAYS} days after the answer was no`,
  limits: [
    // The job that ends them after a week tells the holder; this is the second net.
    { table: 'transfer_request', column: 'answer_by', days: READY_DAYS + 1, forgets: 'row' },
    { table: 'transfer_request', column: 'kept_at', days: KEPT_DAYS, forgets: 'row' },
  ],
};

export const TRANSFER_REQUESTS: Holding = {
  name: 'transfer-request',
  group: 'instagram',
  what: 'That you asked to have an Instagram account moved here: its username, encrypted, when Instagram vouched for you and when you asked. No access to it',
  why: 'to ask the account that holds it, and to show you how far it is',
  kept: TRANSFER,
  counted: { table: 'transfer_request', column: 'id' },
};
