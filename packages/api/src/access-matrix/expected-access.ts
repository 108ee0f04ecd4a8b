import { EXPECTED_OF_CHILDREN } from "./expected-of-children.ts";
import { EXPECTED_OF_ROLES } from "./expected-of-roles.ts";
import type { Rules } from "./rule.ts";

/**
 * Who may what. Each procedure of the api has its row here, written by hand and not read from the code; the matrix
 * asks every procedure as everybody and holds the answers against it. To all others there is nothing: no answer, no
 * row read, no row changed, and the same refusal as for a child that does not exist.
 */
export const EXPECTED_ACCESS: Rules = { ...EXPECTED_OF_CHILDREN, ...EXPECTED_OF_ROLES };

/** `behovskompass.openDraft, with the child` is one way of calling `behovskompass.openDraft`. */
export function procedureOf(row: string): string {
  return row.split(",")[0] ?? row;
}
