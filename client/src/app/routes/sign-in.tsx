export { SignInPage as Component } from '../../features/account/sign-in-page';
