import type { TableLine } from "../src/index.ts";

/** A small town for tests: its units by område, its age groups, and the quarters of its years. */
export interface Town {
  readonly areas: Readonly<Record<string, readonly string[]>>;
  readonly ages: readonly string[];
  readonly quarters: readonly string[];
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly publish?: readonly Readonly<Record<string, string>>[];
}

const QUARTERLY = ["kommun", "omrade", "unit"].flatMap((unit) =>
  ["all", "age_group"].map((age_group) => ({ unit, age_group, period: "quarter" })),
);
export const YEARLY = { unit: "unit", age_group: "all", period: "year" };

export function townLattice(town: Town) {
  const unit: Record<string, string | null> = { staden: null };
  for (const [area, units] of Object.entries(town.areas)) {
    unit[area] = "staden";
    for (const name of units) unit[name] = area;
  }
  const period: Record<string, string | null> = {};
  for (const quarter of town.quarters) {
    period[quarter.slice(0, 4)] = null;
    period[quarter] = quarter.slice(0, 4);
  }
  return {
    dimensions: {
      unit: { levels: ["kommun", "omrade", "unit"], parents: unit },
      age_group: {
        levels: ["all", "age_group"],
        parents: { alla: null, ...Object.fromEntries(town.ages.map((age) => [age, "alla"])) },
      },
      period: { levels: ["year", "quarter"], parents: period },
    },
    publish: [...(town.publish ?? [...QUARTERLY, YEARLY])],
    parameters: { ...town.parameters },
  };
}

export const COUNT_HEADER = ["unit", "age_group", "period", "count"];

/** Lines as "unit age period count", the first being row 2 of the file. */
export function countLines(rows: readonly string[]): TableLine[] {
  return rows.map((text, i) => {
    const [unit = "", age_group = "", period = "", count = ""] = text.split(" ");
    return { row: i + 2, fields: { unit, age_group, period, count } };
  });
}
