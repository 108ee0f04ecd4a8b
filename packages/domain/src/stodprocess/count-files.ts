import { BARNTEAM_AGE_GROUPS } from "../people/index.ts";
import type { Expectation, LocalDate } from "../shared/index.ts";

/** Counts that belong to a place and hold no child, each kind in a file and a table of its own. */
export const COUNT_KINDS = ["population", "home_visits", "training"] as const;

export type CountKind = (typeof COUNT_KINDS)[number];

/** What may stand in a cell that is part of where a count belongs. */
export type AddressColumn = "age_group" | "quarter" | "visit_number" | "step";

/** How a kind of count is written: where each count belongs, and which numbers stand there. */
export interface CountForm {
  readonly address: readonly AddressColumn[];
  readonly numbers: readonly string[];
  /** The number that the others are a part of. */
  readonly whole: string | null;
}

/** Six visits are offered by the hembesöksprogram, and the training has four steps (domain A.1, A.5). */
export const COUNT_FORMS: Record<CountKind, CountForm> = {
  population: { address: ["age_group", "quarter"], numbers: ["children"], whole: null },
  home_visits: {
    address: ["quarter", "visit_number"],
    numbers: ["offered", "accepted", "done"],
    whole: "offered",
  },
  training: { address: ["quarter", "step"], numbers: ["trained"], whole: null },
};

const QUARTER = /^(?:19|20)\d\dQ[1-4]$/;
const VISITS = ["1", "2", "3", "4", "5", "6"];
const TRAINING_STEPS = ["1", "2", "3", "4"];

/** What the cell should have been; null when it is. Only a population may stand for every quarter. */
export function addressFault(
  kind: CountKind,
  column: AddressColumn,
  text: string,
  today: LocalDate,
): Expectation | null {
  switch (column) {
    case "age_group":
      return oneOf(BARNTEAM_AGE_GROUPS, text);
    case "quarter":
      return quarterFault(text, { latest: quarterOf(today), mayBeEmpty: kind === "population" });
    case "visit_number":
      return oneOf(VISITS, text);
    case "step":
      return oneOf(TRAINING_STEPS, text);
  }
}

function quarterFault(
  text: string,
  rule: { readonly latest: string; readonly mayBeEmpty: boolean },
): Expectation | null {
  if (text === "" && rule.mayBeEmpty) return null;
  return QUARTER.test(text) && text <= rule.latest ? null : { code: "quarter", ...rule };
}

function quarterOf(day: LocalDate): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function oneOf(options: readonly string[], text: string): Expectation | null {
  return options.includes(text) ? null : { code: "one_of", options };
}
