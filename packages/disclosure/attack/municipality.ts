/** An invented municipality: its lattice as JSON and its counts as the lines of a file. */
export interface Municipality {
  readonly name: string;
  readonly lattice: unknown;
  readonly header: readonly string[];
  readonly lines: readonly { readonly row: number; readonly fields: Readonly<Record<string, string>> }[];
  readonly quarters: readonly string[];
  /** The periods each release adds, in order: a quarter, and its year when it is the last of it. */
  readonly releases: readonly (readonly string[])[];
}

export interface MunicipalityShape {
  readonly seed: number;
  readonly units: number;
  readonly areas: number;
  readonly ages: number;
  readonly quarters: number;
  /** Children per unit, age group and quarter, on average. */
  readonly density: number;
  readonly emptyQuarters?: boolean;
  readonly lonelyAreas?: boolean;
  readonly allInOneUnit?: boolean;
  readonly insiders?: number;
  readonly k?: number;
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

const range = (length: number) => Array.from({ length }, (_, i) => i);

function periodParents(quarters: number): Record<string, string | null> {
  const parents: Record<string, string | null> = {};
  for (const i of range(quarters)) {
    const year = String(2024 + Math.floor(i / 4));
    parents[year] = null;
    parents[`${year}Q${(i % 4) + 1}`] = year;
  }
  return parents;
}

function unitParents(shape: MunicipalityShape): Record<string, string | null> {
  const parents: Record<string, string | null> = { kommun: null };
  for (const i of range(shape.areas)) parents[`omrade-${i}`] = "kommun";
  for (const i of range(shape.units)) {
    const area = shape.lonelyAreas && i < 2 ? i : i % shape.areas;
    parents[`enhet-${i}`] = shape.lonelyAreas && i >= 2 && area < 2 ? "omrade-2" : `omrade-${area}`;
  }
  return parents;
}

/** The lattice of statistics for steering groups: T1 by quarter, and the three coarser tables by year. */
export function latticeOf(shape: MunicipalityShape): unknown {
  const ages = Object.fromEntries(range(shape.ages).map((i) => [`alder-${i}`, "alla"]));
  const quarterly = ["kommun", "omrade", "unit"].flatMap((unit) =>
    ["all", "age_group"].map((age_group) => ({ unit, age_group, period: "quarter" })),
  );
  const yearly = [
    { unit: "unit", age_group: "all", period: "year" },
    { unit: "omrade", age_group: "all", period: "year" },
    { unit: "kommun", age_group: "age_group", period: "year" },
  ];
  return {
    dimensions: {
      unit: { levels: ["kommun", "omrade", "unit"], parents: unitParents(shape) },
      age_group: { levels: ["all", "age_group"], parents: { alla: null, ...ages } },
      period: { levels: ["year", "quarter"], parents: periodParents(shape.quarters) },
    },
    publish: [...quarterly, ...yearly],
    parameters: { k: shape.k ?? 5, insiders: { dimension: "unit", count: shape.insiders ?? 1 } },
  };
}

export function makeMunicipality(shape: MunicipalityShape): Municipality {
  const random = randomFrom(shape.seed);
  const quarters = Object.keys(periodParents(shape.quarters)).filter((code) => code.includes("Q"));
  const sizes = range(shape.units).map(() => Math.exp((random() + random() + random() - 1.5) * 1.6));
  const lines: { row: number; fields: Record<string, string> }[] = [];
  for (const [q, period] of quarters.entries()) {
    const isEmpty = shape.emptyQuarters === true && q % 3 === 1;
    for (const [u, size] of sizes.entries()) {
      for (const a of range(shape.ages)) {
        const isSilent = isEmpty || (shape.allInOneUnit === true && u > 0);
        const count = isSilent ? 0 : poisson(shape.density * size * (0.5 + random()), random);
        const fields = { unit: `enhet-${u}`, age_group: `alder-${a}`, period, count: String(count) };
        if (count > 0 || isEmpty) lines.push({ row: lines.length + 2, fields });
      }
    }
  }
  const releases = quarters.map((quarter, i) => (i % 4 === 3 ? [quarter, quarter.slice(0, 4)] : [quarter]));
  const header = ["unit", "age_group", "period", "count"];
  return { name: `seed ${shape.seed}`, lattice: latticeOf(shape), header, lines, quarters, releases };
}
