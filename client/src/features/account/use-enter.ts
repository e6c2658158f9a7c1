import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { failureSentence } from '../../apollo/failure-sentence';
import { returnPath } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import type { FormError } from '../../ui/form-errors';
import type { AccountField } from './check-account-fields';

type Refusals = readonly FormError<AccountField>[];

interface Enter {
  busy: boolean;
  errors: Refusals;
  /** Counts what was refused so far; the summary takes focus when it grows, not while fields are rechecked. */
  attempt: number;
  /** Checks first; sends only what passed; enters the app when nothing was refused. */
  submit: (found: Refusals, send: () => Promise<Refusals>) => Promise<void>;
  /** After a first refusal, a field that is left is checked again. */
  recheck: (field: AccountField, found: FormError<AccountField> | null) => void;
}

/** The course of signing in or up: check, send, show what was refused, or go to where the person wanted to be. */
export function useEnter(): Enter {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [searchParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Refusals>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (refusals: Refusals) => {
    setErrors(refusals);
    setAttempt((before) => before + 1);
  };

  const submit: Enter['submit'] = async (found, send) => {
    refuse(found);
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      const refused = await send();
      refuse(refused);
      if (refused.length > 0) return;
      await client.clearStore();
      await navigate(returnPath(searchParams), { replace: true });
    } catch (error) {
      refuse([{ field: null, sentence: failureSentence(error, browserTimeZone()) }]);
    } finally {
      setBusy(false);
    }
  };

  const recheck: Enter['recheck'] = (field, found) => {
    if (!errors.some((error) => error.field === field)) return;
    setErrors(errors.flatMap((error) => (error.field === field ? (found ?? []) : error)));
  };

  return { busy, errors, attempt, submit, recheck };
}
