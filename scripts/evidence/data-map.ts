// Every column of the database: what kind of data, why it is there, how long, and where its use is written.
import { readFileSync } from "node:fs";
import path from "node:path";
import { toCsv } from "./csv.ts";

const DB = path.resolve(import.meta.dirname, "../../packages/db");

interface TableMap {
  readonly purpose: string;
  readonly audit: string;
  /** For tables that no child's row hangs on; the others have their rule in retention.json. */
  readonly keep?: string;
  readonly columns: Readonly<Record<string, string>>;
}

interface Rule {
  readonly after?: string;
  readonly reason?: string;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(DB, file), "utf8"));

/** A database test holds data-map.json to the tables that the migrations make; this only lays it out. */
export function dataMapCsv(): string {
  const tables = read<Record<string, TableMap>>("data-map.json");
  const rules = read<Record<string, Rule>>("retention.json");
  const rows = Object.entries(tables).flatMap(([table, { purpose, audit, keep, columns }]) => {
    const rule = rules[table];
    const retention =
      keep ?? (rule?.after === undefined ? `exempt: ${rule?.reason}` : `purged ${rule.after}`);
    return Object.entries(columns).map(([column, kind]) => [table, column, kind, purpose, retention, audit]);
  });
  return toCsv(["table", "column", "class", "purpose", "retention", "audit"], rows);
}
