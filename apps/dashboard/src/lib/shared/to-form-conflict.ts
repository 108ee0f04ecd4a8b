import type { ConflictField } from "./ConflictPanel.svelte";

/** A field's name for people, and how its value is read; as it is when nothing else is said. */
export type ConflictWords = Readonly<
  Record<string, { readonly label: string; readonly text?: (value: string) => string }>
>;

export type FormConflict = { version: number; fields: ConflictField[] };

type Detail = {
  readonly version?: number;
  readonly current?: Readonly<Record<string, unknown>>;
};

/**
 * What a person wrote beside what somebody else has saved meanwhile, field by field in the order of the form.
 * @returns null when the refusal is not about two versions
 */
export function toFormConflict(
  detail: Detail,
  filled: Readonly<Record<string, string>>,
  words: ConflictWords,
): FormConflict | null {
  const { version, current } = detail;
  if (version === undefined || current === undefined) return null;
  const fields = Object.entries(words).map(([name, { label, text }]) => {
    const read = (value: string) => ({ value, text: text === undefined ? value : text(value) });
    return { name, label, mine: read(filled[name] ?? ""), saved: read(storedText(current[name])) };
  });
  return { version, fields };
}

/** A value that is not there is an empty field. */
function storedText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
