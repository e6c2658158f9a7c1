export { BackupError } from './backup-error';
export { KEPT_DAYS as BACKUP_KEPT_DAYS } from './backup-folder';
export { type MadeBackup, makeBackup } from './make-backup';
export { type KeysFrom, restoreBackup } from './restore-backup';
