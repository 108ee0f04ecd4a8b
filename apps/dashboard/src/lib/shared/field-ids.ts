/** What a form control needs to be tied to its label, hint and error. */
export type FieldControl = {
  id: string;
  /** Ids of hint and error, for aria-describedby; undefined when there is neither. */
  describedBy: string | undefined;
  invalid: boolean;
};

/** The control's ids. The control itself has its name as id, so that the error summary can link to it. */
export function fieldControl(name: string, has: { hint: boolean; error: boolean }): FieldControl {
  const describers = [has.hint ? hintId(name) : "", has.error ? errorId(name) : ""].filter(Boolean);
  return {
    id: name,
    describedBy: describers.length > 0 ? describers.join(" ") : undefined,
    invalid: has.error,
  };
}

export const hintId = (name: string): string => `${name}-hjalp`;
export const errorId = (name: string): string => `${name}-fel`;
