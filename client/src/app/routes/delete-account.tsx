export { DeleteAccountPage as Component } from '../../features/account';
