import { parseArgs } from "node:util";
import { COUNT_FORMS, COUNT_KINDS, type CountKind } from "@kompassen/domain/stodprocess";

export const STEPS_USAGE = `kompass import-steps steps.csv --kommun 9001

  Kolumner: child, kind, detail, unit, age_group, registered_on, occurred_on, id.
  child är ärendenumret eller det id barnet lästes in med. unit och age_group får vara tomma.`;

const COLUMNS = COUNT_KINDS.map((kind) => {
  const { address, numbers } = COUNT_FORMS[kind];
  return `    ${kind.padEnd(12)}unit, ${[...address, ...numbers].join(", ")}`;
}).join("\n");

export const COUNTS_USAGE = `kompass import-counts counts.csv --kommun 9001 --kind ${COUNT_KINDS.join("|")} [--replace]

  --kind      vad som räknas, och vilka kolumner filen då har:
${COLUMNS}
  --replace   byter ut antal som redan är inlästa`;

export interface FileArguments {
  readonly kommun: string;
  readonly file: string;
}

export interface CountsArguments extends FileArguments {
  readonly kind: CountKind;
  readonly replace: boolean;
}

/** Null when the command was not given as it should be. */
export function readStepsArguments(args: string[]): FileArguments | null {
  const parsed = parse(args);
  if (parsed === null || parsed.values.kind !== undefined || parsed.values.replace) return null;
  return readFileArguments(parsed);
}

/** Null when the command was not given as it should be. */
export function readCountsArguments(args: string[]): CountsArguments | null {
  const parsed = parse(args);
  const kind = COUNT_KINDS.find((one) => one === parsed?.values.kind);
  const given = parsed === null ? null : readFileArguments(parsed);
  if (parsed === null || given === null || kind === undefined) return null;
  return { ...given, kind, replace: parsed.values.replace };
}

function readFileArguments({
  values: { kommun },
  positionals: [file, ...others],
}: NonNullable<ReturnType<typeof parse>>): FileArguments | null {
  if (file === undefined || others.length > 0 || kommun === undefined || !/^\d{4}$/.test(kommun)) return null;
  return { kommun, file };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        kommun: { type: "string" },
        kind: { type: "string" },
        replace: { type: "boolean", default: false },
      },
    });
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
