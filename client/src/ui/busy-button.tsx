import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentPropsWithoutRef, useEffect, useId, useState } from 'react';
import { useOnline } from '../lib/connectivity';
import classes from './busy-button.module.css';

interface BusyButtonProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  busy: boolean;
  /** What the label turns into while it takes longer than a moment: "Signing in...". */
  busyLabel: string;
  children: string;
}

/**
 * A button that asks the server for something. While that runs, its label changes after 400 ms, its width stays,
 * and a second press does nothing; without a network it says so and does nothing either. It keeps
 * focus, so it is never `disabled`.
 */
export function BusyButton({
  busy,
  busyLabel,
  children,
  onClick,
  type = 'button',
  ...rest
}: BusyButtonProps) {
  const [late, setLate] = useState(false);
  const offline = !useOnline();
  const reasonId = useId();
  useEffect(() => {
    if (!busy) return setLate(false);
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <>
      <Button
        {...rest}
        type={type}
        aria-disabled={busy || offline || undefined}
        aria-describedby={offline ? reasonId : undefined}
        onClick={(event) => {
          if (busy || offline) event.preventDefault();
          else onClick?.(event);
        }}
      >
        <span className={classes.labels}>
          <span aria-hidden={late} className={late ? classes.hidden : undefined}>
            {children}
          </span>
          <span aria-hidden={!late} className={late ? undefined : classes.hidden}>
            {busyLabel}
          </span>
        </span>
      </Button>
      {offline && (
        <span id={reasonId} className={classes.reason}>
          Needs a network; you are offline.
        </span>
      )}
    </>
  );
}
