import { parseArgs } from "node:util";

export const USAGE = `kompass release create   --kommun 9001 --period 2026Q1 [--period 2026Q2] [--as PERSON]
kompass release audit    --kommun 9001 [UTGÅVA]
kompass release approve  --kommun 9001 --as PERSON
kompass release withdraw --kommun 9001 --as PERSON
kompass release show     --kommun 9001 UTGÅVA
kompass release list     --kommun 9001
kompass release export   --kommun 9001 --release UTGÅVA --out MAPP

  --as   inloggningsnyckeln för en statistikansvarig. Den som godkänner är en annan än den som tog fram utkastet.
  UTGÅVA till exempel kompass-9001-2026Q1-1`;

export interface ReleaseArguments {
  readonly kommun: string;
  readonly periods: readonly string[];
  /** Login key. */
  readonly person: string | null;
  readonly releaseId: string | null;
}

/** Null when the command was not given as it should be. */
export function readArguments(args: string[]): ReleaseArguments | null {
  const parsed = parse(args);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const { kommun, period } = values;
  if (kommun === undefined || !/^\d{4}$/.test(kommun) || positionals.length > 1) return null;
  return { kommun, periods: period, person: values.as ?? null, releaseId: positionals[0] ?? null };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        kommun: { type: "string" },
        period: { type: "string", multiple: true, default: [] },
        as: { type: "string" },
      },
    });
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
