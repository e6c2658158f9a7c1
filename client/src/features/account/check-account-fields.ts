import type { FormError } from '../../ui/form-errors';

/** The length of a password in characters, as the server counts it. */
export const passwordLength = { minimum: 8, maximum: 128 } as const;

/** The fields that sign-in and sign-up share. */
export type AccountField = 'email' | 'password' | 'timeZone';

export const accountSentences = {
  emailMissing: 'Enter your email address.',
  emailInvalid: 'This does not look like an email address. It needs the form name@example.com.',
  passwordMissing: 'Enter your password.',
  timeZoneMissing: 'Choose a time zone.',
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

/** What is to fix in a new password before it is sent; null when nothing is. */
export function checkNewPassword(password: string): FormError<'password'> | null {
  const { length } = [...password];
  const { minimum, maximum } = passwordLength;
  if (length === 0) return { field: 'password', sentence: 'Choose a password.' };
  if (length < minimum) return { field: 'password', sentence: accountSentences.passwordTooShort(minimum) };
  if (length > maximum) return { field: 'password', sentence: accountSentences.passwordTooLong(maximum) };
  return null;
}
