export { VerifyEmailPage as Component } from '../../features/account/verify-email-page';
