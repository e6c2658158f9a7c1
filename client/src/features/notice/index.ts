export { ActivityButton } from './activity-button';
export { ConfirmAddressLine } from './confirm-address-line';
export { NotificationPreferences } from './notification-preferences';
export { useShellNotices } from './use-shell-notices';
