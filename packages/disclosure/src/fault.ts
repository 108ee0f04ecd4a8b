import type { Expectation } from "./expectation.ts";

/** One thing wrong in the input: where it stands, what stands there and what was expected. */
export interface Fault {
  /** Row of the file, the header being row 1; null where the file has no rows (JSON) or the whole file is meant. */
  readonly row: number | null;
  /** Column of a CSV file, or the path inside a JSON file. */
  readonly column: string;
  readonly value: string;
  readonly expected: Expectation;
}

/** All faults of one input, thrown together so that they can be mended in one go. Nothing was computed. */
export class InputFaults extends Error {
  readonly source: string;
  readonly faults: readonly Fault[];

  constructor(source: string, faults: readonly Fault[]) {
    super(`${source}: ${faults.length} fault(s)`);
    this.name = "InputFaults";
    this.source = source;
    this.faults = faults;
  }
}

export function refuseFaults(source: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InputFaults(source, faults);
}
