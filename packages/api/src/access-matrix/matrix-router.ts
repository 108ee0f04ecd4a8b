import type { z } from "zod";
import type { Context } from "../context/index.ts";
import type { appRouter, createCaller } from "../router.ts";

type Router = typeof appRouter;
type Caller = typeof createCaller;

export interface MatrixRouter {
  /** Every procedure by its path, with the purpose that it says to log. */
  readonly procedures: ReadonlyMap<
    string,
    { readonly type: "query" | "mutation"; readonly purpose: string | null }
  >;
  procedure(path: string): {
    readonly type: "query" | "mutation";
    /** What it takes; the parts belong together. */
    readonly inputs: readonly z.core.$ZodType[];
    run(context: Context, input: unknown): Promise<unknown>;
  };
}

interface Described {
  readonly _def: {
    readonly type: string;
    readonly meta?: object;
    readonly inputs: readonly z.core.$ZodType[];
  };
}

/** A router keeps its procedures as one record by path, whatever rooms they stand in. */
function listProcedures(router: Router): [string, Described][] {
  const procedures: Readonly<Record<string, Described>> = Object(router._def.procedures);
  return Object.entries(procedures);
}

/** The router by the paths of its procedures, whatever they take. */
export function matrixRouter(router: Router, createCaller: Caller): MatrixRouter {
  const procedures = new Map(
    listProcedures(router).map(([path, { _def }]) => {
      const meta: { audit?: { purpose: string } } = _def.meta ?? {};
      const type = _def.type === "query" ? ("query" as const) : ("mutation" as const);
      return [path, { type, purpose: meta.audit?.purpose ?? null, inputs: _def.inputs }];
    }),
  );
  return {
    procedures,
    procedure: (path) => {
      const found = procedures.get(path);
      if (found === undefined) throw new RangeError(`no procedure ${path}`);
      return {
        type: found.type,
        inputs: found.inputs,
        run: (context, input) => {
          const [room = "", verb = ""] = path.split(".");
          const called: unknown = Reflect.get(Reflect.get(createCaller(context), room), verb);
          if (typeof called !== "function") throw new RangeError(`no procedure ${path}`);
          return called(input);
        },
      };
    },
  };
}
