import type { TableLine } from "../src/index.ts";
import type { TrueScores } from "./means-attack.ts";
import { randomFrom } from "./municipality.ts";
import type { PublicView } from "./public-view.ts";

export interface ScoreTable {
  readonly lattice: {
    readonly dimensions: Readonly<
      Record<string, { levels: string[]; parents: Record<string, string | null> }>
    >;
    readonly publish: Record<string, string>[];
  };
  readonly header: readonly string[];
  readonly lines: readonly TableLine[];
}

const AGES = ["alder-0", "alder-1", "alder-2", "alder-3"];

/**
 * An invented table of one area and rater: {unit, område} by all ages, and the kommun by age, for one läsår. In the
 * first unit all children have the same score, the lowest or the highest.
 */
export function makeScoreTable(shape: {
  seed: number;
  units: number;
  areas: number;
  density: number;
}): ScoreTable {
  const random = randomFrom(shape.seed);
  const parents: Record<string, string | null> = { kommun: null };
  for (let i = 0; i < shape.areas; i++) parents[`omrade-${i}`] = "kommun";
  const lines: TableLine[] = [];
  for (let u = 0; u < shape.units; u++) {
    parents[`enhet-${u}`] = `omrade-${u % shape.areas}`;
    const size = Math.exp((random() + random() + random() - 1.5) * 1.6);
    // Some units have only very low or only very high scores: the hard case of P4.
    const centre = random() < 0.15 ? 1 : random() < 0.15 ? 5 : 2 + 2 * random();
    for (const age of AGES) {
      const isOneScore = u === 0;
      const count = isOneScore ? 6 : Math.floor(shape.density * size * 2 * random());
      if (count === 0) continue;
      const scores = Array.from({ length: count }, () =>
        isOneScore
          ? 1 + 4 * (shape.seed % 2)
          : Math.min(5, Math.max(1, Math.round(centre + 3 * (random() - 0.5)))),
      );
      const sum = scores.reduce((total, score) => total + score, 0);
      const fields = { unit: `enhet-${u}`, age_group: age, period: "2025/26", count: String(count) };
      const extremes = { min: String(Math.min(...scores)), max: String(Math.max(...scores)) };
      lines.push({ row: lines.length + 2, fields: { ...fields, sum: String(sum), ...extremes } });
    }
  }
  const ages = Object.fromEntries(AGES.map((age) => [age, "alla"]));
  return {
    lattice: {
      dimensions: {
        unit: { levels: ["kommun", "omrade", "unit"], parents },
        age_group: { levels: ["all", "age_group"], parents: { alla: null, ...ages } },
        period: { levels: ["lasar"], parents: { "2025/26": null } },
      },
      publish: [
        { unit: "unit", age_group: "all", period: "lasar" },
        { unit: "omrade", age_group: "all", period: "lasar" },
        { unit: "kommun", age_group: "age_group", period: "lasar" },
      ],
    },
    header: ["unit", "age_group", "period", "count", "sum", "min", "max"],
    lines,
  };
}

export function trueScores(view: PublicView, table: ScoreTable): TrueScores {
  const place = new Map(view.atoms.map((name, i) => [name, i]));
  const column = (name: string) => {
    const values = new Array<number>(view.atoms.length).fill(0);
    for (const { fields } of table.lines) {
      const at = place.get([fields.unit, fields.age_group, fields.period].join("\t"));
      if (at !== undefined) values[at] = Number(fields[name]);
    }
    return values;
  };
  return { n: column("count"), sums: column("sum"), min: column("min"), max: column("max") };
}
