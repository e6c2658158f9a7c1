/**
 * Tables that no backup holds. Their rows are true for a moment only, or would be wrong afterwards: a session that was ended
 * since must not come back, so everybody signs in again after a restore; an export is asked for anew; a mail that was sent since
 * is not sent twice, and a mailed link that was used since stays used; a connection that somebody had asked for may have
 * been kept since, so it is asked for anew. The queue (a schema of its own) is left out too: what is due
 * is found again from the tables. A picture is fetched again when somebody looks.
 */
export const LEFT_OUT = [
  ...['session', 'connect_attempt', 'email_change', 'rate_limit', 'worker_heartbeat'],
  ...['data_export', 'data_export_piece', 'mail', 'development_mail', 'instagram_service'],
  'transfer_request',
  'connection_picture',
] as const;

/** What stands without keys: that deletions were asked for and done, and what proves it. */
export const STANDS_WITHOUT_KEYS = [
  ...['deletion_request', 'deletion_subject', 'deletion_outcome', 'deletion_recipient'],
  ...['receipt', 'receipt_leaf', 'signing_key', 'deauthorization'],
  ...['tombstone', 'ledger_entry', 'ledger_head'],
] as const;
