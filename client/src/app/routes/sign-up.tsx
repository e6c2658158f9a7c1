export { SignUpPage as Component } from '../../features/account/sign-up-page';
