import type { LocalDate } from "../shared/index.ts";

/** What the family knows of a share. */
export type ToldState = "to_tell" | "told" | "withheld" | "review_due";

/** The latest word on a share; none is still to be told. What is withheld is looked at again on its day. */
export function toldState(
  latest: { readonly state: "told" | "withheld"; readonly reviewOn: LocalDate | null } | null,
  today: LocalDate,
): ToldState {
  if (latest === null) return "to_tell";
  if (latest.state === "told") return "told";
  return latest.reviewOn !== null && latest.reviewOn <= today ? "review_due" : "withheld";
}
