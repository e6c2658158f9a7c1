import { ENTITIES } from './entities';
import { accountHoldings } from './features/account';
import { ANALYTICS } from './features/analytics';
import { connectionHoldings } from './features/connection';
import {
  OWN_REQUESTS,
  RECEIPT_LEAVES,
  RECEIPTS,
  RECIPIENT_ENDPOINTS,
  RECORDS,
  REQUEST_DIGESTS,
} from './features/deletion';
import { DATA_EXPORTS, EXPORT_FILES } from './features/export';
import { noticeHoldings } from './features/notice';
import { SUPPORT_VISITS } from './features/support';
import { TRANSFER_REQUESTS } from './features/transfer';
import { buildDataMap } from './platform/database/data-map/build-data-map';
import type { DataMap } from './platform/database/data-map/data-map';
import { hashOfMap } from './platform/database/data-map/print-data-map';
import type { Holding } from './platform/database/held';
import { MIGRATION_TABLE } from './platform/database/migration-table';
import { QUEUE_TABLES } from './platform/jobs/queue-tables';
import { LEDGER, TOMBSTONES } from './platform/ledger';
import { ATTEMPTS } from './platform/limits/held';
import { DATA_KEYS } from './platform/vault';

/** Every kind of data that is held about a person, in the order in which people read it. */
export const HOLDINGS: readonly Holding[] = [
  connectionHoldings.INSTAGRAM_IDS,
  connectionHoldings.INSTAGRAM_NAMES,
  connectionHoldings.INSTAGRAM_PICTURE,
  connectionHoldings.ACCESS_TOKENS,
  connectionHoldings.CONNECTIONS,
  connectionHoldings.RENEWALS,
  connectionHoldings.HEALTH,
  connectionHoldings.LINES,
  connectionHoldings.CHECKS,
  connectionHoldings.WARNINGS,
  ANALYTICS,
  connectionHoldings.EVENTS,
  accountHoldings.SELECTED_CONNECTION,
  connectionHoldings.CONNECT_ATTEMPTS,
  TRANSFER_REQUESTS,
  connectionHoldings.DEAUTHORIZATIONS,
  REQUEST_DIGESTS,
  RECORDS,
  RECEIPTS,
  RECEIPT_LEAVES,
  RECIPIENT_ENDPOINTS,
  TOMBSTONES,
  LEDGER,
  accountHoldings.EMAILS,
  accountHoldings.EMAIL_CHANGES,
  accountHoldings.PASSWORDS,
  accountHoldings.ACCOUNTS,
  accountHoldings.SESSIONS,
  OWN_REQUESTS,
  accountHoldings.DEVICES,
  noticeHoldings.NOTICES,
  noticeHoldings.MAILS,
  noticeHoldings.DEVELOPMENT_MAILS,
  noticeHoldings.MUTED,
  SUPPORT_VISITS,
  EXPORT_FILES,
  DATA_EXPORTS,
  ATTEMPTS,
  DATA_KEYS,
];

/** The map of everything that is stored: what erasure, retention, the public pages and receipts go by. */
export const DATA_MAP: DataMap = buildDataMap({
  entities: ENTITIES,
  foreignTables: [...QUEUE_TABLES, MIGRATION_TABLE],
  holdings: HOLDINGS,
});

/** SHA-256 of the data map, in hex. It is the same for everybody who runs the same version. */
export const policyHash = (): string => hashOfMap(DATA_MAP);
