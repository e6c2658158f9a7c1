import type { FormError } from '../../ui/form-errors';

/** The length of a password in characters, as the server counts it. */
export const passwordLength = { minimum: 8, maximum: 128 } as const;

/** The fields that sign-in and sign-up share. */
export type AccountField = 'email' | 'password' | 'timeZone';

export const accountSentences = {
  emailMissing: 'Enter your email address.',
  emailInvalid: 'This does not look like an email address. It needs the form name@example.com.',
  passwordMissing: 'Enter your password.',
  timeZoneUnknown: 'We do not know this time zone. Choose one from the list.',
  passwordBreached: 'This password is known from leaks, so it would be tried first. Choose another.',
  passwordTooShort: (minimum: number) => `This password is too short. Use at least ${minimum} characters.`,
  passwordTooLong: (maximum: number) => `This password is too long. Use at most ${maximum} characters.`,
} as const;

/** What is to fix in an email before it is sent; null when nothing is. Only the server knows whether it exists. */
export function checkEmail(email: string): FormError<'email'> | null {
  if (email.trim() === '') return { field: 'email', sentence: accountSentences.emailMissing };
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
    return { field: 'email', sentence: accountSentences.emailInvalid };
  }
  return null;
}

/** What is said under a field for a new password before one types. */
export const newPasswordRule = `${passwordLength.minimum} to ${passwordLength.maximum} characters, and none that is known from leaks. Longer is better; any characters will do.`;

/** What is to fix in a new password before it is sent; null when nothing is. Only the server knows the leaked ones. */
export function checkNewPassword<Field extends string>(
  password: string,
  field: Field,
): FormError<Field> | null {
  const { length } = [...password];
  const { minimum, maximum } = passwordLength;
  if (length === 0) return { field, sentence: 'Choose a password.' };
  if (length < minimum) return { field, sentence: accountSentences.passwordTooShort(minimum) };
  if (length > maximum) return { field, sentence: accountSentences.passwordTooLong(maximum) };
  return null;
}
