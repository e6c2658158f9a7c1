export { AccountDeletedPage as Component } from '../../features/account/account-deleted-page';
