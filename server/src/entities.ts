import { ACCOUNT_ENTITIES } from './features/account';
import { ANALYTICS_ENTITIES } from './features/analytics';
import { CONNECTION_ENTITIES } from './features/connection';
import { DELETION_ENTITIES } from './features/deletion';
import { EXPORT_ENTITIES } from './features/export';
import { NOTICE_ENTITIES } from './features/notice';
import { SUPPORT_ENTITIES } from './features/support';
import { TRANSFER_ENTITIES } from './features/transfer';
import { WorkerHeartbeatRow } from './platform/jobs/worker-heartbeat.entity';
import { LedgerEntryRow, LedgerHeadRow } from './platform/ledger';
import { RateLimitRow } from './platform/limits/rate-limit.entity';
import { DataKeyRow, EpochRow, ServiceKeyRow, SigningKeyRow } from './platform/vault';

/** Every table, for the database, the migrations' check and the shape tests. */
export const ENTITIES = [
  ...ACCOUNT_ENTITIES,
  ...CONNECTION_ENTITIES,
  ...ANALYTICS_ENTITIES,
  ...DELETION_ENTITIES,
  ...NOTICE_ENTITIES,
  ...SUPPORT_ENTITIES,
  ...TRANSFER_ENTITIES,
  ...EXPORT_ENTITIES,
  DataKeyRow,
  EpochRow,
  ServiceKeyRow,
  SigningKeyRow,
  LedgerEntryRow,
  LedgerHeadRow,
  RateLimitRow,
  WorkerHeartbeatRow,
] as const;
