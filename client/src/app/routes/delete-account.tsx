/* Both in one file: whoever deletes the account has the page with the code already, whatever becomes of the network. */
export { AccountDeletedPage } from '../../features/account/account-deleted-page';
export { DeleteAccountPage } from '../../features/account/delete-account-page';
