import * as z from "zod";
import { at } from "./at.ts";
import { codesAtLevel, type Dimension, dimensionSchema, parseDimension } from "./dimension.ts";
import { expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { type Parameters, parametersSchema, withDefaultInsiders } from "./parameters.ts";

/** The dimension releases move along: a release adds the cells of the periods it names. */
export const PERIOD = "period";

export const latticeSchema = z.strictObject({
  dimensions: z.record(z.string().min(1), dimensionSchema),
  publish: z.array(z.record(z.string(), z.string())).min(1),
  parameters: parametersSchema.prefault({}),
});

type LatticeInput = z.infer<typeof latticeSchema>;

/** The fixed set of tables: which cells there are, and which atoms each is the sum of. */
export interface Lattice {
  readonly dimensions: readonly Dimension[];
  /** Each entry is one table: the level published in each dimension. */
  readonly publish: readonly (readonly number[])[];
  readonly parameters: Parameters;
  readonly atomCount: number;
  /** What it was read from, with every default filled in: reading it again gives the same lattice. */
  readonly input: LatticeInput;
}

/** A cell of the lattice. Its atoms are numbered over the finest codes, the last dimension running fastest. */
export interface LatticeCell {
  readonly codes: readonly string[];
  readonly levels: readonly number[];
  readonly atoms: readonly number[];
}

function schemaFaults(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({
    row: null,
    column: issue.path.join("."),
    value: "",
    expected: expectation("schema", { message: issue.message }),
  }));
}

function parsePublish(dimensions: readonly Dimension[], publish: LatticeInput["publish"], faults: Fault[]) {
  return publish.map((table, index) => {
    for (const name of Object.keys(table)) {
      if (dimensions.some((dimension) => dimension.name === name)) continue;
      const names = dimensions.map((dimension) => dimension.name).join(", ");
      const expected = expectation("one_of", { names });
      faults.push({ row: null, column: `publish.${index}`, value: name, expected });
    }
    return dimensions.map((dimension) => {
      const level = table[dimension.name];
      const position = level === undefined ? -1 : dimension.levels.indexOf(level);
      if (position < 0) {
        const expected = expectation("one_of", { names: dimension.levels.join(", ") });
        const value = level === undefined ? "" : level;
        faults.push({ row: null, column: `publish.${index}.${dimension.name}`, value, expected });
      }
      return position;
    });
  });
}

/**
 * Reads the lattice from parsed JSON.
 * @throws InputFaults naming every fault by its path.
 */
export function parseLattice(json: unknown): Lattice {
  const parsed = latticeSchema.safeParse(json);
  if (!parsed.success) {
    refuseFaults("lattice", schemaFaults(parsed.error));
    throw parsed.error;
  }
  const input = parsed.data;
  const faults: Fault[] = [];
  const dimensions: Dimension[] = [];
  for (const [name, dimensionInput] of Object.entries(input.dimensions)) {
    const dimension = parseDimension(name, dimensionInput);
    if (Array.isArray(dimension)) faults.push(...dimension);
    else dimensions.push(dimension);
  }
  refuseFaults("lattice", faults);
  const names = dimensions.map((dimension) => dimension.name);
  const expectedNames = expectation("one_of", { names: names.join(", ") });
  if (!names.includes(PERIOD)) {
    faults.push({
      row: null,
      column: "dimensions",
      value: names.join(", "),
      expected: expectation("dimension", { name: PERIOD }),
    });
  }
  const parameters = withDefaultInsiders(input.parameters, names);
  if (parameters.insiders !== null && !names.includes(parameters.insiders.dimension)) {
    const value = parameters.insiders.dimension;
    faults.push({ row: null, column: "parameters.insiders.dimension", value, expected: expectedNames });
  }
  const publish = parsePublish(dimensions, input.publish, faults);
  refuseFaults("lattice", faults);
  const atomCount = dimensions.reduce((product, dimension) => product * dimension.leaves.length, 1);
  return { dimensions, publish, parameters, atomCount, input: { ...input, parameters } };
}

export function periodPosition(lattice: Lattice): number {
  return lattice.dimensions.findIndex((dimension) => dimension.name === PERIOD);
}

/** The number of the atom at these positions among the finest codes, one position per dimension. */
export function atomAt(lattice: Lattice, positions: readonly number[]): number {
  return lattice.dimensions.reduce(
    (atom, dimension, i) => atom * dimension.leaves.length + at(positions, i),
    0,
  );
}

/** The finest code of each dimension that atom stands for. */
export function codesOfAtom(lattice: Lattice, atom: number): string[] {
  const codes: string[] = [];
  let rest = atom;
  for (const dimension of lattice.dimensions.toReversed()) {
    codes.unshift(at(dimension.leaves, rest % dimension.leaves.length));
    rest = Math.floor(rest / dimension.leaves.length);
  }
  return codes;
}

/** The cell with these codes, one per dimension; null when a code is not in the lattice. */
export function cellAt(lattice: Lattice, codes: readonly string[]): LatticeCell | null {
  const levels: number[] = [];
  let atoms = [0];
  for (const [i, dimension] of lattice.dimensions.entries()) {
    const code = dimension.codes.get(at(codes, i));
    if (code === undefined) return null;
    levels.push(code.level);
    atoms = atoms.flatMap((atom) => code.leaves.map((leaf) => atom * dimension.leaves.length + leaf));
  }
  return { codes, levels, atoms };
}

/** Every cell the lattice publishes for the named periods, in the lattice's own order. */
export function cellsOfPeriods(lattice: Lattice, periods: readonly string[]): LatticeCell[] {
  const position = periodPosition(lattice);
  const named = new Set(periods);
  const addresses = lattice.publish.flatMap((levels) =>
    lattice.dimensions.reduce<string[][]>(
      (prefixes, dimension, i) => {
        const codes = codesAtLevel(dimension, at(levels, i))
          .map((code) => code.code)
          .filter((code) => i !== position || named.has(code));
        return prefixes.flatMap((prefix) => codes.map((code) => [...prefix, code]));
      },
      [[]],
    ),
  );
  const distinct = new Map(addresses.map((codes) => [JSON.stringify(codes), codes]));
  return [...distinct.values()].flatMap((codes) => cellAt(lattice, codes) ?? []);
}
