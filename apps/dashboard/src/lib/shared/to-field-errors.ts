/** What is said at a field: one sentence whatever is wrong, or one for each fault and one for any other. */
export type FieldWords = string | { readonly other: string; readonly [expected: string]: string };

export type FieldError = { field: string; message: string };

type Fault = { readonly field: string; readonly expected: string };

/**
 * The api's faults as messages at the fields of a form. Rows of a list share their words: `guardians.1.name` is
 * found under `guardians.name`.
 * @param fallback for a field the form does not speak of
 */
export function toFieldErrors(
  faults: readonly Fault[],
  words: Readonly<Record<string, FieldWords>>,
  fallback: string,
): FieldError[] {
  return faults.map(({ field, expected }) => {
    const own = words[field.replace(/\.\d+(?=\.|$)/g, "")];
    if (own === undefined) return { field, message: fallback };
    return { field, message: typeof own === "string" ? own : (own[expected] ?? own.other) };
  });
}

/** The message at one field, if there is one. */
export function errorAt(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
