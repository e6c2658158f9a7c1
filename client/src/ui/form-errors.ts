/** One thing to fix: the field it is about (null = the form as a whole) and the sentence that says so. */
export interface FormError<Field extends string> {
  field: Field | null;
  sentence: string;
}

/** The sentence for one field, or null; Mantine's `error` prop takes it as it is. */
export function errorOf<Field extends string>(
  errors: readonly FormError<Field>[],
  field: Field,
): string | null {
  return errors.find((error) => error.field === field)?.sentence ?? null;
}

/** The field that a `userErrors` path is about: its last part that names one of the form's fields. */
export function fieldOfPath<Field extends string>(
  path: readonly string[] | null | undefined,
  fields: readonly Field[],
): Field | null {
  const named = [...(path ?? [])].reverse();
  for (const part of named) {
    const field = fields.find((candidate) => candidate === part);
    if (field !== undefined) return field;
  }
  return null;
}
