import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { BusyButton } from '../../ui/busy-button';
import { ErrorSummary } from '../../ui/error-summary';
import { errorOf, type FormError } from '../../ui/form-errors';
import { EmailField, PasswordField } from './account-fields';
import classes from './account-fields.module.css';
import { type ConfirmField, deleteAccountSentences, type useDeleteAccount } from './use-delete-account';

interface DeleteAccountFormProps {
  /** The account's own email, which is to be typed. */
  ownEmail: string;
  /** The id of the words that say what is removed: Cancel has the focus, and they are read with it. */
  describedBy: string;
  deletion: ReturnType<typeof useDeleteAccount>;
  onCancel: () => void;
}

const plain = (email: string) => email.trim().normalize('NFC').toLowerCase();

/** Email and password once more, Cancel with the focus, and the button that deletes. */
export function DeleteAccountForm({ ownEmail, describedBy, deletion, onCancel }: DeleteAccountFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, errors, attempt, submit, recheck } = deletion;
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
  const inputId = (field: ConfirmField) => `${id}-${field}`;
  // The page stays at its top: what is removed comes before the buttons.
  useEffect(() => cancel.current?.focus({ preventScroll: true }), []);

  const checkEmail = (typed: string): FormError<ConfirmField> | null => {
    const sentence =
      typed.trim() === '' ? deleteAccountSentences.emailMissing : deleteAccountSentences.emailDiffers;
    return plain(typed) === plain(ownEmail) ? null : { field: 'email', sentence };
  };
  const checkPassword = (typed: string): FormError<ConfirmField> | null =>
    typed === '' ? { field: 'password', sentence: deleteAccountSentences.passwordMissing } : null;
  // Checked again while typing, not on leaving: a sentence that goes then would move the button from under the pointer.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = [checkEmail(email), checkPassword(password)].filter((error) => error !== null);
    void submit(found, { email, password });
  };

  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      <EmailField
        id={inputId('email')}
        label="Type your email to confirm"
        description={ownEmail}
        autoComplete="off"
        value={email}
        onChange={(typed) => {
          setEmail(typed);
          recheck('email', checkEmail(typed));
        }}
        error={errorOf(errors, 'email')}
      />
      <PasswordField
        id={inputId('password')}
        autoComplete="current-password"
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          recheck('password', checkPassword(typed));
        }}
        error={errorOf(errors, 'password')}
      />
      <ErrorSummary errors={errors} attempt={attempt} inputId={inputId} />
      <div className={classes.buttons}>
        <Button ref={cancel} aria-describedby={describedBy} onClick={onCancel}>
          Cancel
        </Button>
        <BusyButton type="submit" variant="filled" color="danger" busy={busy} busyLabel="Deleting...">
          Delete my account
        </BusyButton>
      </div>
    </form>
  );
}
