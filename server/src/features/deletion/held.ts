import type { Holding, RetentionLine } from '../../platform/database/held';
import { TELLING_DAYS } from './recipient';

const DAY_MS = 24 * 3_600_000;

/** How long the record of a completed deletion is kept: 24 months, counted as 730 days. */
const RECORD_DAYS = 730;

/** What came from Instagram ends with the connection. */
export const UNTIL_DISCONNECTED: RetentionLine = {
  name: 'connection',
  until: 'you disconnect, or Instagram sends your deletion request',
};

/** Digests of callbacks of both kinds: after this time a replay finds nothing that it could be about. */
export const DIGEST_DAYS = 90;

export const REQUEST_DIGEST: RetentionLine = {
  name: 'request-digest',
  until: `${DIGEST_DAYS} days after the request`,
  limits: [
    {
      table: 'deletion_request',
      column: 'requested_at',
      days: DIGEST_DAYS,
      forgets: { column: 'request_digest' },
    },
  ],
};

export const DELETION_RECORD: RetentionLine = {
  name: 'deletion-record',
  until: `${RECORD_DAYS} days after the deletion was completed`,
  limits: [{ table: 'deletion_request', column: 'completed_at', days: RECORD_DAYS, forgets: 'row' }],
};

/** Where an integrator is told: until it was, and then not a moment longer. */
const RECIPIENT_ENDPOINT: RetentionLine = {
  name: 'recipient-endpoint',
  until: `it was told, or ${TELLING_DAYS} days after the request`,
  limits: [
    { table: 'deletion_recipient', column: 'ends_at', days: 0, forgets: { column: 'endpoint_sealed' } },
  ],
};

/** The log of receipts only grows: what it holds of a receipt stays when the receipt goes. */
const RECEIPT_LOG: RetentionLine = {
  name: 'receipt-log',
  until: 'this server is taken down: a list that could be shortened would prove nothing',
};

/** Until when the record of a deletion is kept; null while the deletion is not completed. */
export function recordKeptUntil(completedAt: Date | null): Date | null {
  return completedAt === null ? null : new Date(completedAt.getTime() + RECORD_DAYS * DAY_MS);
}

export const RECORDS: Holding = {
  name: 'deletion-record',
  group: 'instagram',
  what: 'The record of a deletion: its code as a digest; when, what was removed. No name, no Instagram user ID',
  why: 'to show you and Instagram that it happened',
  kept: DELETION_RECORD,
  counted: { table: 'deletion_subject', column: 'request_id' },
};

export const OWN_REQUESTS: Holding = {
  name: 'own-deletion-request',
  group: 'account',
  what: 'Which deletion requests are yours, and your copy of their codes, encrypted',
  why: 'to show them to you',
  kept: {
    name: 'own-deletion-request',
    until: `${DELETION_RECORD.until}, or your account is deleted`,
  },
  counted: { table: 'deletion_subject', column: 'account_id' },
};

export const REQUEST_DIGESTS: Holding = {
  name: 'request-digest',
  group: 'instagram',
  what: 'A digest of each deletion request that Instagram sends about you, and when it came',
  why: 'to answer the same request the same way, and act on it once',
  kept: REQUEST_DIGEST,
  counted: { table: 'deletion_request', column: 'request_digest' },
};

export const RECEIPTS: Holding = {
  name: 'receipt',
  group: 'instagram',
  what: 'The signed receipt of a deletion. No name, no Instagram user ID',
  why: 'so that you, Instagram or anybody you show it to can check what we said',
  kept: DELETION_RECORD,
  counted: { table: 'receipt', column: 'request_id' },
};

export const RECEIPT_LEAVES: Holding = {
  name: 'receipt-leaf',
  group: 'instagram',
  what: 'A salted digest of each receipt in a list that only grows: it says nothing without the receipt',
  why: 'so that nobody, we included, can take back or add a receipt unseen',
  kept: RECEIPT_LOG,
  counted: null,
};

export const RECIPIENT_ENDPOINTS: Holding = {
  name: 'recipient-endpoint',
  group: 'instagram',
  what: 'The address of an integrator that read your data through our API, encrypted under a key of its own',
  why: 'to tell it to delete its copy too',
  kept: RECIPIENT_ENDPOINT,
  counted: { table: 'deletion_recipient', column: 'endpoint_sealed' },
};
