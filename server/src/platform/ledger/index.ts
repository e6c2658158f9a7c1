export { LEDGER, TOMBSTONES } from './held';
export { Ledger } from './ledger';
export { LedgerAhead, LedgerTooYoung } from './ledger-ahead';
export { LedgerEntryRow } from './ledger-entry.entity';
export { LedgerBroken, LedgerFile } from './ledger-file';
export { LedgerHeadRow } from './ledger-head.entity';
export { type PlacedLine, toMinute } from './line';
export { BACKUP_DAYS, backupsExpireBy, SLACK_DAYS } from './months';
export { type TombstoneKey, TombstoneKeys, tombstoneKeys } from './tombstone-keys';
