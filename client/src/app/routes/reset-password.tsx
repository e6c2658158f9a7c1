export { ResetPasswordPage as Component } from '../../features/account/reset-password-page';
