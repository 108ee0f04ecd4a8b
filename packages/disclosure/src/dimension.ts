import * as z from "zod";
import { at } from "./at.ts";
import { expectation } from "./expectation.ts";
import type { Fault } from "./fault.ts";

export const dimensionSchema = z.strictObject({
  levels: z.array(z.string().min(1)).min(1),
  parents: z.record(z.string().min(1), z.string().min(1).nullable()),
});

export type DimensionInput = z.infer<typeof dimensionSchema>;

export interface Code {
  readonly code: string;
  readonly parent: string | null;
  /** 0 is the coarsest level. */
  readonly level: number;
  /** Positions among the dimension's finest codes that lie under this code (itself, at the finest level). */
  readonly leaves: readonly number[];
}

/** A hierarchy of codes, from the coarsest level to the finest. */
export interface Dimension {
  readonly name: string;
  readonly levels: readonly string[];
  readonly codes: ReadonlyMap<string, Code>;
  /** The finest codes, in the order of the input. */
  readonly leaves: readonly string[];
}

/** Steps from `code` up to its root, or null when the way up ends nowhere or goes in a circle. */
function depthOf(code: string, parents: DimensionInput["parents"]): number | null {
  const seen = new Set<string>();
  let current: string | null = code;
  while (current !== null) {
    if (seen.has(current)) return null;
    seen.add(current);
    const parent: string | null | undefined = parents[current];
    if (parent === undefined) return null;
    current = parent;
  }
  return seen.size - 1;
}

function depthFaults(name: string, input: DimensionInput): Fault[] {
  const faults: Fault[] = [];
  for (const [code, parent] of Object.entries(input.parents)) {
    const depth = depthOf(code, input.parents);
    const column = `dimensions.${name}.parents.${code}`;
    const value = parent === null ? "null" : parent;
    if (depth === null) {
      faults.push({ row: null, column, value, expected: expectation("parent") });
    } else if (depth >= input.levels.length) {
      const expected = expectation("levels", { names: input.levels.join(", ") });
      faults.push({ row: null, column, value, expected });
    }
  }
  return faults;
}

/** The dimension, or what is wrong with it. */
export function parseDimension(name: string, input: DimensionInput): Dimension | Fault[] {
  const faults = depthFaults(name, input);
  const finest = input.levels.length - 1;
  const leaves = Object.keys(input.parents).filter((code) => depthOf(code, input.parents) === finest);
  if (faults.length === 0 && leaves.length === 0) {
    const expected = expectation("some_code", { level: at(input.levels, finest) });
    faults.push({ row: null, column: `dimensions.${name}.parents`, value: "", expected });
  }
  if (new Set(input.levels).size < input.levels.length) {
    const value = input.levels.join(", ");
    faults.push({
      row: null,
      column: `dimensions.${name}.levels`,
      value,
      expected: expectation("each_once"),
    });
  }
  if (faults.length > 0) return faults;

  const leavesUnder = new Map<string, number[]>(Object.keys(input.parents).map((code) => [code, []]));
  leaves.forEach((leaf, position) => {
    for (let code: string | null | undefined = leaf; typeof code === "string"; code = input.parents[code]) {
      leavesUnder.get(code)?.push(position);
    }
  });
  const codes = new Map<string, Code>();
  for (const [code, positions] of leavesUnder) {
    const level = depthOf(code, input.parents);
    const parent = input.parents[code];
    if (level === null || parent === undefined) continue;
    codes.set(code, { code, parent, level, leaves: positions });
  }
  return { name, levels: input.levels, codes, leaves };
}

export function codesAtLevel(dimension: Dimension, level: number): readonly Code[] {
  return [...dimension.codes.values()].filter((code) => code.level === level);
}
