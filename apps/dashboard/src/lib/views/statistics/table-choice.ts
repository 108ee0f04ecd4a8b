import { AREAS, type Area, isArea, RATER_KINDS, type RaterKind } from "@kompassen/domain/behovskompass";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { ALL_AGES } from "@kompassen/domain/statistics";
import { type ReleaseHistory, releasedPeriods } from "./release-history.ts";
import { LEVEL_SLUGS, type LevelSlug, TABLE_KINDS, TABLE_SLUGS, type TableSlug } from "./table-kinds.ts";

/** Which table is read, all of it in the address. */
export interface TableChoice {
  readonly tabell: TableSlug;
  readonly niva: LevelSlug;
  /** Of counts by place, and of change for the whole kommun. */
  readonly alder: string;
  readonly period: string;
  /** Whose ratings. */
  readonly skattare: RaterKind;
  /** Which area change by place is about. */
  readonly behov: Area;
}

/** Reads the address; what is unknown or does not go together gives way to the nearest that does. */
export function readTableChoice(query: URLSearchParams, history: ReleaseHistory): TableChoice {
  const tabell = TABLE_SLUGS.find((slug) => slug === query.get("tabell")) ?? "steg";
  const kind = TABLE_KINDS[tabell];
  const niva = kind.levels.find((level) => level === query.get("niva")) ?? kind.levels[0] ?? LEVEL_SLUGS[0];
  const periods = choosablePeriods(tabell, history);
  const behov = query.get("behov") ?? "";
  return {
    tabell,
    niva,
    alder: ageChoices({ tabell, niva }).find((age) => age === query.get("alder")) ?? ALL_AGES,
    period: periods.find((period) => period === query.get("period")) ?? periods[0] ?? "",
    skattare: RATER_KINDS.find((rater) => rater === query.get("skattare")) ?? RATER_KINDS[0],
    behov: isArea(behov) ? behov : AREAS[0],
  };
}

/** The newest first; empty while no release has such a period. */
export function choosablePeriods(tabell: TableSlug, history: ReleaseHistory): readonly string[] {
  const { quarters, years, lasar } = releasedPeriods(history);
  return TABLE_KINDS[tabell].isByQuarter ? [...quarters, ...years] : lasar;
}

/** Ages that can be chosen for the whole table; where they stand side by side, or are not told apart, there is one. */
export function ageChoices({ tabell, niva }: Pick<TableChoice, "tabell" | "niva">): readonly string[] {
  const isByAge = niva === "alder" ? tabell === "forandring" : tabell === "steg";
  return isByAge ? [ALL_AGES, ...BARNTEAM_AGE_GROUPS] : [ALL_AGES];
}

/** The address of a table on a page, without what is chosen anyway. */
export function choiceHref(path: string, choice: TableChoice, anchor: string): string {
  const kind = TABLE_KINDS[choice.tabell];
  const query = new URLSearchParams({ tabell: choice.tabell, niva: choice.niva, period: choice.period });
  if (choice.alder !== ALL_AGES) query.set("alder", choice.alder);
  if (kind.isByArea) query.set("skattare", choice.skattare);
  if (choice.tabell === "forandring" && choice.niva !== "alder") query.set("behov", choice.behov);
  return `${path}?${query}#${anchor}`;
}
