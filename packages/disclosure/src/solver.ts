import type { Highs } from "highs";

/** The solver failed, in one short line: its own errors carry 168 kB of minified source in their trace. */
export class SolverError extends Error {
  constructor(operation: string, cause: unknown) {
    super(`highs ${operation}: ${cause instanceof Error ? cause.message.slice(0, 200) : "unknown failure"}`);
    this.name = "SolverError";
  }
}

export interface Solver {
  readonly highs: Highs;
}

/** Runs one solver operation and turns whatever it throws into a SolverError without the cause attached. */
export function guarded<Result>(operation: string, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    throw cause instanceof SolverError ? cause : new SolverError(operation, cause);
  }
}

// The package declares its types as CommonJS and runs as an ES module, so the compiler and Node disagree
// on what the default import is. Asking at run time holds for both.
function isLoader(value: unknown): value is () => Promise<Highs> {
  return typeof value === "function";
}

/** Loads the solver (WebAssembly, about 0.1 s). One solver may serve any number of tables, one at a time. */
export async function openSolver(): Promise<Solver> {
  const module: { readonly default: unknown } = await import("highs");
  const load = module.default;
  if (!isLoader(load)) throw new SolverError("load", new Error("the package has no loader"));
  try {
    return { highs: await load() };
  } catch (cause) {
    throw new SolverError("load", cause);
  }
}
