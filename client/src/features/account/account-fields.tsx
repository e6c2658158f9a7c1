import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './account-fields.module.css';

interface FieldProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error: string | null;
}

interface EmailFieldProps extends FieldProps {
  label?: string;
  description?: string;
  /** `off` where the address is to be typed, as a proof that it is meant; `email` where it is not the one to sign in with. */
  autoComplete?: 'username' | 'email' | 'off';
}

/** The email field of sign-in and sign-up; password managers know it by its name. */
export function EmailField({ onChange, ...rest }: EmailFieldProps) {
  return (
    <TextInput
      label="Email"
      name="email"
      type="email"
      inputMode="email"
      autoComplete="username"
      required
      {...rest}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface PasswordFieldProps extends FieldProps {
  label?: string;
  /** What password managers know it by; of several in one form each has its own. */
  name?: string;
  description?: string;
  autoComplete: 'current-password' | 'new-password';
}

/** The password field, with a button in words beside it that shows what was typed. */
export function PasswordField({
  onChange,
  label = 'Password',
  name = 'password',
  ...rest
}: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);
  return (
    <TextInput
      {...rest}
      label={label}
      name={name}
      type={visible ? 'text' : 'password'}
      required
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputContainer={(input) => (
        <div className={classes.row}>
          {input}
          <Button
            className={classes.show}
            variant="subtle"
            color="gray"
            aria-pressed={visible}
            aria-label={label === 'Password' ? undefined : `Show password: ${label}`}
            onClick={() => setVisible(!visible)}
          >
            Show password
          </Button>
        </div>
      )}
    />
  );
}
