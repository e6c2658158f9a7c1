import type { SignInMutation, SignUpMutation } from '../../gql/graphql';
import { type FormError, fieldOfPath } from '../../ui/form-errors';
import { type AccountField, accountSentences } from './check-account-fields';

type AccountUserError =
  | SignInMutation['signIn']['userErrors'][number]
  | SignUpMutation['signUp']['userErrors'][number];

const fields = ['email', 'password', 'timeZone'] as const satisfies readonly AccountField[];

/** Our sentence for each kind of refusal; a kind this version does not know shows the server's own message. */
function sentenceOf(error: AccountUserError): string {
  switch (error.__typename) {
    case 'EmailInvalid':
      return accountSentences.emailInvalid;
    case 'EmailTaken':
      return 'There is already an account with this email. Sign in instead, or use another email.';
    case 'PasswordTooShort':
      return accountSentences.passwordTooShort(error.minimumLength);
    case 'PasswordTooLong':
      return accountSentences.passwordTooLong(error.maximumLength);
    case 'PasswordBreached':
      return accountSentences.passwordBreached;
    case 'TimeZoneUnknown':
      return accountSentences.timeZoneUnknown;
    case 'WrongCredentials':
      return 'Email or password is not right.';
    default:
      return error.message;
  }
}

/** The server's refusals as things to fix in the form. */
export function accountFormErrors(errors: readonly AccountUserError[]): FormError<AccountField>[] {
  return errors.map((error) => ({
    // Which of the two is wrong is not said, so neither field is marked.
    field: error.__typename === 'WrongCredentials' ? null : fieldOfPath(error.path, fields),
    sentence: sentenceOf(error),
  }));
}
