import { Anchor, Text } from '@mantine/core';
import { type Ref, useEffect, useEffectEvent, useRef } from 'react';
import classes from './error-summary.module.css';
import type { FormError } from './form-errors';
import { Notice } from './notice';

interface ErrorSummaryProps<Field extends string> {
  errors: readonly FormError<Field>[];
  /** Grows with each refusal; only then the summary takes focus. */
  attempt: number;
  /** The id of the input of a field, for the links. */
  inputId: (field: Field) => string;
}

/**
 * What a refused form says above its button. Takes focus when new errors arrive; one that concerns a
 * single field leaves focus to that field instead.
 */
export function ErrorSummary<Field extends string>({ errors, attempt, inputId }: ErrorSummaryProps<Field>) {
  const box = useRef<HTMLDivElement>(null);
  const only = errors.length === 1 ? errors[0] : undefined;
  const onlyField = only?.field ?? null;
  const takeFocus = useEffectEvent(() => {
    if (onlyField !== null) document.getElementById(inputId(onlyField))?.focus();
    else box.current?.focus();
  });
  useEffect(() => {
    if (attempt > 0) takeFocus();
  }, [attempt]);
  if (errors.length === 0 || onlyField !== null) return null;
  return <Words ref={box} errors={errors} inputId={inputId} />;
}

function Words<Field extends string>({
  errors,
  inputId,
  ref,
}: Omit<ErrorSummaryProps<Field>, 'attempt'> & { ref: Ref<HTMLDivElement> }) {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) {
    return (
      <Notice ref={ref} tone="danger" role="alert">
        {first.sentence}
      </Notice>
    );
  }
  return (
    <Notice ref={ref} tone="danger" role="alert">
      <Text fw={600}>{errors.length} things to fix</Text>
      <ul className={classes.list}>
        {errors.map(({ field, sentence }) => (
          <li key={sentence}>
            {field === null ? sentence : <FieldLink id={inputId(field)}>{sentence}</FieldLink>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FieldLink({ id, children }: { id: string; children: string }) {
  return (
    <Anchor
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {children}
    </Anchor>
  );
}
