/** What was written in a field; a file or a missing field is nothing written. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The same, with nothing written as null. */
export function readOptional(form: FormData, name: string): string | null {
  const text = readText(form, name);
  return text === "" ? null : text;
}
