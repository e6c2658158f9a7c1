import { useApolloClient } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { returnPath } from '../../app/paths';
import { browserTimeZone } from '../../lib/time-zones';
import type { FormError } from '../../ui/form-errors';
import type { AccountField } from './check-account-fields';
import { type FormCourse, useFormCourse } from './use-form-course';

type Refusals = readonly FormError<AccountField>[];

interface Enter extends Omit<FormCourse<AccountField>, 'submit'> {
  /** Checks first; sends only what passed; enters the app when nothing was refused. */
  submit: (found: Refusals, send: () => Promise<Refusals>) => Promise<void>;
}

/** The course of signing in or up: a form, and then to where the person wanted to be. */
export function useEnter(): Enter {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [searchParams] = useSearchParams();
  const { submit, ...course } = useFormCourse<AccountField>(browserTimeZone());
  return {
    ...course,
    submit: (found, send) =>
      submit(found, send, async () => {
        await client.clearStore();
        await navigate(returnPath(searchParams), { replace: true });
      }),
  };
}
