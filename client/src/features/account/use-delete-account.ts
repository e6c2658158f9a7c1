import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorCode } from '../../apollo/error-code';
import { failureSentence } from '../../apollo/failure-sentence';
import { paths } from '../../app/paths';
import { sayAccountDeleted } from '../../lib/other-windows';
import { type FormError, fieldOfPath } from '../../ui/form-errors';
import type { AccountDeleted } from './account-deleted';
import { type DeleteAccountError, deleteAccountMutation } from './delete-account.queries';

export type ConfirmField = 'email' | 'password';
type Refusals = readonly FormError<ConfirmField>[];

const fields = ['email', 'password'] as const satisfies readonly ConfirmField[];

/** Nobody can say what became of a request whose answer got lost; being signed in still is the sign that nothing did. */
const ANSWER_LOST =
  'The server did not answer, so we do not know whether your account was deleted. Check your network, then reload: ' +
  'if you are still signed in, it was not.';

export const deleteAccountSentences = {
  emailMissing: 'Type the email of your account.',
  emailDiffers: 'This is not the email of your account.',
  passwordMissing: 'Enter your password.',
  passwordWrong: 'The password is not right.',
} as const;

function sentenceOf({ __typename, message }: DeleteAccountError): string {
  if (__typename === 'EmailDiffers') return deleteAccountSentences.emailDiffers;
  return __typename === 'PasswordWrong' ? deleteAccountSentences.passwordWrong : message;
}

interface DeleteAccount {
  busy: boolean;
  errors: Refusals;
  /** Counts what was refused so far. */
  attempt: number;
  /** Checks first; sends only what passed; leaves for the page with the code when the account is deleted. */
  submit: (found: Refusals, input: { email: string; password: string }) => Promise<void>;
  /** A field that was refused is checked again while it is mended. */
  recheck: (field: ConfirmField, found: FormError<ConfirmField> | null) => void;
}

/**
 * The course of deleting the account: check, send, forget everything in this window, tell the others, show the code.
 * @param timeZone for the time in "try again from".
 */
export function useDeleteAccount(timeZone: string): DeleteAccount {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [deleteAccount] = useMutation(deleteAccountMutation);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Refusals>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (refusals: Refusals) => {
    setErrors(refusals);
    setAttempt((before) => before + 1);
  };

  const leave = async (deleted: AccountDeleted) => {
    sayAccountDeleted();
    await navigate(paths.accountDeleted, { replace: true, state: deleted });
    await client.clearStore();
  };

  const submit: DeleteAccount['submit'] = async (found, input) => {
    if (busy) return;
    refuse(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const { data } = await deleteAccount({ variables: { input } });
      const status = data?.deleteAccount.deletionStatus;
      const refusals = data?.deleteAccount.userErrors ?? [];
      if (status)
        return await leave({ code: status.confirmationCode, asked: status.accessWithdrawal !== 'NOT_ASKED' });
      if (refusals.some(({ __typename }) => __typename === 'AccountAlreadyDeleted'))
        return await leave({ code: null, asked: false });
      refuse(
        refusals.map((error) => ({ field: fieldOfPath(error.path, fields), sentence: sentenceOf(error) })),
      );
    } catch (error) {
      const sentence = errorCode(error) === null ? ANSWER_LOST : failureSentence(error, timeZone);
      refuse([{ field: null, sentence }]);
    } finally {
      setBusy(false);
    }
  };

  const recheck: DeleteAccount['recheck'] = (field, found) => {
    if (!errors.some((error) => error.field === field)) return;
    setErrors(errors.flatMap((error) => (error.field === field ? (found ?? []) : error)));
  };

  return { busy, errors, attempt, submit, recheck };
}
