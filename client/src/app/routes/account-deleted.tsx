export { AccountDeletedPage as Component } from '../../features/account';
