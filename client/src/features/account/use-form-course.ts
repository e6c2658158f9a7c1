import { useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { afterPress } from '../../lib/after-press';
import type { FormError } from '../../ui/form-errors';

type Refusals<Field extends string> = readonly FormError<Field>[];

/** How far a form is. */
export interface FormCourse<Field extends string> {
  busy: boolean;
  errors: Refusals<Field>;
  /** Counts what was refused so far; the summary takes focus when it grows, not while fields are rechecked. */
  attempt: number;
  /** Checks first; sends only what passed; goes on when nothing was refused. */
  submit: (
    found: Refusals<Field>,
    send: () => Promise<Refusals<Field>>,
    goOn: () => Promise<void> | void,
  ) => Promise<void>;
  /** After a first refusal, a field that is left is checked again; not before the press is over that it was left by. */
  recheck: (field: Field, found: FormError<Field> | null) => void;
}

/**
 * The course of a form: check, send, show what was refused, or go on. What was typed is the caller's and is never cleared.
 * @param timeZone for the time in "try again from".
 */
export function useFormCourse<Field extends string>(timeZone: string): FormCourse<Field> {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Refusals<Field>>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (refusals: Refusals<Field>) => {
    setErrors(refusals);
    setAttempt((before) => before + 1);
  };

  const submit: FormCourse<Field>['submit'] = async (found, send, goOn) => {
    refuse(found);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      const refused = await send();
      refuse(refused);
      if (refused.length === 0) await goOn();
    } catch (error) {
      refuse([{ field: null, sentence: failureSentence(error, timeZone) }]);
    } finally {
      setBusy(false);
    }
  };

  const recheck: FormCourse<Field>['recheck'] = (field, found) => {
    if (!errors.some((error) => error.field === field)) return;
    afterPress(() =>
      setErrors((shown) => shown.flatMap((error) => (error.field === field ? (found ?? []) : error))),
    );
  };

  return { busy, errors, attempt, submit, recheck };
}
