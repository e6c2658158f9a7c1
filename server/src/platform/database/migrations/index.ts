import { FirstTables1795400000000 } from './1795400000000-first-tables';
import { NoStatistics1795500000000 } from './1795500000000-no-statistics';
import { Epochs1795510000000 } from './1795510000000-epochs';
import { Receipts1795520000000 } from './1795520000000-receipts';
import { SupportAccess1795530000000 } from './1795530000000-support-access';
import { Tombstones1795600000000 } from './1795600000000-tombstones';
import { Ledger1795610000000 } from './1795610000000-ledger';
import { AccountClosure1795620000000 } from './1795620000000-account-closure';
import { DataExports1795630000000 } from './1795630000000-data-exports';
import { Renewals1795700000000 } from './1795700000000-renewals';
import { ConnectionHealth1795701000000 } from './1795701000000-connection-health';
import { ConnectionLines1795702000000 } from './1795702000000-connection-lines';
import { Notices1795730000000 } from './1795730000000-notices';
import { SessionList1795760000000 } from './1795760000000-session-list';
import { InstagramEvents1795780000000 } from './1795780000000-instagram-events';
import { PermissionUses1795790000000 } from './1795790000000-permission-uses';
import { EventSubscriptions1795795000000 } from './1795795000000-event-subscriptions';
import { DeletionRecipients1795800000000 } from './1795800000000-deletion-recipients';
import { ConnectWish1795805000000 } from './1795805000000-connect-wish';
import { TransferRequests1795810000000 } from './1795810000000-transfer-requests';
import { ConnectionPictures1795820000000 } from './1795820000000-connection-pictures';
import { EmailChange1795830000000 } from './1795830000000-email-change';

/** Every migration, oldest first. They only go forward. */
export const MIGRATIONS = [
  FirstTables1795400000000,
  NoStatistics1795500000000,
  Epochs1795510000000,
  Receipts1795520000000,
  SupportAccess1795530000000,
  Tombstones1795600000000,
  Ledger1795610000000,
  AccountClosure1795620000000,
  DataExports1795630000000,
  Renewals1795700000000,
  ConnectionHealth1795701000000,
  ConnectionLines1795702000000,
  Notices1795730000000,
  SessionList1795760000000,
  InstagramEvents1795780000000,
  PermissionUses1795790000000,
  EventSubscriptions1795795000000,
  DeletionRecipients1795800000000,
  ConnectWish1795805000000,
  TransferRequests1795810000000,
  ConnectionPictures1795820000000,
  EmailChange1795830000000,
] as const;
