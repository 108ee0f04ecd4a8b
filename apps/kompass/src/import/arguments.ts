import { parseArgs } from "node:util";

export const USAGE = `kompass import [history.csv] --kommun 9001 [--children children.csv] [--equivalence e.csv]
               [--instrument i.json] [--register] [--unit KOD --responsible PERSON]

  --children     vilka barnen är: child_id, given_name, family_name, birth_date, unit_code, responsible,
                 protected_identity. Utan den blir barnen namnlösa i --unit under --responsible.
  --responsible  inloggningsnyckeln för en Barnkontakt eller Stödsamordnare
  --instrument   ett officiellt formulär som ny version
  --equivalence  påståenden i två versioner som frågar samma sak
  --register     tar filens egna påståenden som en ny version "utan text"`;

export interface ImportArguments {
  readonly kommun: string;
  readonly files: ImportFileNames;
  readonly register: boolean;
  readonly unit: string | null;
  readonly responsible: string | null;
}

export interface ImportFileNames {
  readonly history: string | null;
  readonly children: string | null;
  readonly equivalence: string | null;
  readonly instrument: string | null;
}

/** Null when the command was not given as it should be. */
export function readArguments(args: string[]): ImportArguments | null {
  const parsed = parse(args);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const [history = null, ...others] = positionals;
  const { kommun } = values;
  const hasFile = [history, values.children, values.instrument].some((file) => typeof file === "string");
  if (others.length > 0 || kommun === undefined || !/^\d{4}$/.test(kommun) || !hasFile) return null;
  return {
    kommun,
    files: {
      history,
      children: values.children ?? null,
      equivalence: values.equivalence ?? null,
      instrument: values.instrument ?? null,
    },
    register: values.register,
    unit: values.unit ?? null,
    responsible: values.responsible ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        kommun: { type: "string" },
        children: { type: "string" },
        equivalence: { type: "string" },
        instrument: { type: "string" },
        register: { type: "boolean", default: false },
        unit: { type: "string" },
        responsible: { type: "string" },
      },
    });
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
