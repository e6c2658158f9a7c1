export { ChangeEmailPage as Component } from '../../features/account/change-email-page';
