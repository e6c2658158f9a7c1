export { AccountDeletedPage } from './account-deleted-page';
export { DeleteAccountPage } from './delete-account-page';
export { useTimeZone, useViewer } from './use-viewer';
export { loadViewer, viewerQuery } from './viewer';
