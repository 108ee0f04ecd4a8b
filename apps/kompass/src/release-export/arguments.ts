import { parseArgs } from "node:util";
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from "@kompassen/domain/export";

export const USAGE = `kompass release export --kommun 9001 --release kompass-9001-2026Q1-1 --out MAPP [--format ${EXPORT_FORMATS.join("|")}]

  --out      mappen filen skrivs i; den skapas om den inte finns
  --format   zip (allt för en utvärderare, förvalt), csv, csv-excel (svenskt Excel), xlsx, pdf eller json-stat`;

export interface ExportArguments {
  readonly kommun: string;
  readonly releaseId: string;
  readonly out: string;
  readonly format: ExportFormat;
}

/** Null when the command was not given as it should be. */
export function readArguments(args: string[]): ExportArguments | null {
  const values = parse(args);
  if (values === null) return null;
  const { kommun, release, out, format } = values;
  if (kommun === undefined || !/^\d{4}$/.test(kommun) || release === undefined || out === undefined)
    return null;
  return isExportFormat(format) ? { kommun, releaseId: release, out, format } : null;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        kommun: { type: "string" },
        release: { type: "string" },
        out: { type: "string" },
        format: { type: "string", default: "zip" },
      },
    }).values;
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
