export { DeleteAccountPage as Component } from '../../features/account/delete-account-page';
