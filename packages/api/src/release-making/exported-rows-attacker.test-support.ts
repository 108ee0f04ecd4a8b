import type { Solver } from "@kompassen/disclosure";

/**
 * An attacker who has nothing but the files: release_cells.csv of one release after another. Reads the places, ages
 * and periods from the rows themselves, and reckons with a model of its own. Shares no code with what it attacks.
 */
export interface ExportedTables {
  /** One for each metric; the parts of a metric (väg, outcome) stand with the whole. */
  readonly metrics: ReadonlyMap<string, ExportedMetric>;
}

export interface ExportedMetric {
  /** The finest numbers there are, as "place age quarter part"; shown or not. */
  readonly atoms: readonly string[];
  readonly sums: readonly { readonly atoms: readonly number[]; readonly value: number }[];
}

/** The codebook says of these that their parts add up to the whole. */
const DIVIDED = ["upptackarkort", "beslut"];
const ALL = "alla";

type Row = Readonly<Record<string, string>>;

export function readExported(files: readonly string[]): ExportedTables {
  const rows = files.flatMap(parseCsv).filter((row) => row.table === "uptake");
  const wholeOf = (metric = "") => DIVIDED.find((whole) => metric.startsWith(`${whole}_`)) ?? metric;
  const byMetric = Map.groupBy(rows, (row) => wholeOf(row.metric));
  return {
    metrics: new Map([...byMetric].map(([metric, ofMetric]) => [metric, readMetric(metric, ofMetric)])),
  };
}

function readMetric(metric: string, rows: readonly Row[]): ExportedMetric {
  const distinct = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const partOf = (row: Row) => (row.metric === metric ? ALL : (row.metric ?? "").slice(metric.length + 1));
  const places = distinct(rows.map((row) => row.place));
  const parentOf = new Map(rows.map((row) => [row.place, row.parent]));
  const isUnder = (place: string | undefined, above: string): boolean =>
    place !== undefined && place !== "" && (place === above || isUnder(parentOf.get(place), above));
  const finestPlaces = places.filter((place) => !places.some((other) => parentOf.get(other) === place));
  const finest = (values: readonly string[]) => {
    const parts = values.filter((value) => value !== ALL);
    return parts.length === 0 ? [ALL] : parts;
  };
  const ages = finest(distinct(rows.map((row) => row.age_group)));
  const parts = finest(distinct(rows.map(partOf)));
  const quarters = distinct(rows.map((row) => row.period)).filter((period) => period.includes("Q"));
  const cells = finestPlaces.flatMap((place) =>
    ages.flatMap((age) =>
      quarters.flatMap((quarter) => parts.map((part) => ({ place, age, quarter, part }))),
    ),
  );
  const sums = rows.flatMap((row) => {
    if (row.status !== "published") return [];
    const part = partOf(row);
    const atoms = cells.flatMap((cell, i) => {
      const isInside =
        isUnder(cell.place, row.place ?? "") &&
        (row.age_group === ALL || row.age_group === cell.age) &&
        cell.quarter.startsWith(row.period ?? "") &&
        (part === ALL || part === cell.part);
      return isInside ? [i] : [];
    });
    return [{ atoms, value: Number(row.value) }];
  });
  return { atoms: cells.map(({ place, age, quarter, part }) => `${place} ${age} ${quarter} ${part}`), sums };
}

/** A file with a head and no line feed within a field. */
function parseCsv(text: string): Row[] {
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  const names = fieldsOf(head);
  return lines.map((line) => Object.fromEntries(fieldsOf(line).map((field, i) => [names[i] ?? "", field])));
}

function fieldsOf(line: string): string[] {
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return fields.slice(0, fields.at(-1) === "" ? -1 : undefined).map((field) =>
    field
      .replace(/,$/, "")
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

/** An impossible count is not asked for; this is more than any school has. */
const MOST = 10_000;

/** What one exported metric allows, asked again and again. */
export interface ExportedBounds {
  /**
   * The highest whole number an atom can hold, at most `enough`; null when no numbers fit.
   * @param known the true numbers of atoms that this reader knows beside (the staff of one unit)
   */
  highest(atom: string, enough: number, known: ReadonlyMap<string, number>): number | null;
  close(): void;
}

export function openBounds(solver: Solver, { atoms, sums }: ExportedMetric): ExportedBounds {
  const model = solver.highs.createModel();
  const zeros = new Array<number>(atoms.length).fill(0);
  model.options.set({ output_flag: false, time_limit: 60 });
  model.addVars(zeros, new Array<number>(atoms.length).fill(MOST));
  for (const sum of sums)
    model.addRow(sum.value, sum.value, { indices: sum.atoms, values: sum.atoms.map(() => 1) });
  const columns = { kind: "range" as const, from: 0, to: atoms.length - 1 };

  /** With fractions first: where the answer happens to be whole, or too low anyway, it is the answer. */
  const solve = (): number | null => {
    model.run();
    if (model.info.get("primal_solution_status") !== 2) return null;
    const most = Math.floor(-model.getObjectiveValue() + 1e-6);
    const isWhole = Array.from(model.getSolution().colValue).every((x) => Math.abs(x - Math.round(x)) < 1e-6);
    if (isWhole) return most;
    model.changeColsIntegrality(columns, new Int32Array(atoms.length).fill(1));
    model.run();
    const isFound = model.info.get("primal_solution_status") === 2;
    const wholeMost = isFound ? Math.round(-model.getObjectiveValue()) : null;
    model.clearIntegrality();
    return wholeMost;
  };

  return {
    highest: (atom, enough, known) => {
      const target = atoms.indexOf(atom);
      const fixed = atoms.flatMap((name, i) => (known.has(name) ? [i] : []));
      for (const i of fixed) {
        const exact = known.get(atoms[i] ?? "") ?? 0;
        model.changeColBounds(i, exact, exact);
      }
      model.changeColBounds(target, 0, enough);
      model.changeColCost(target, -1);
      const most = solve();
      model.changeColCost(target, 0);
      for (const i of [target, ...fixed]) model.changeColBounds(i, 0, MOST);
      return most;
    },
    close: () => model.dispose(),
  };
}
