import type { PostgresType } from "postgres";
import { parse } from "postgres-array";

/**
 * The arrays that travel, by the oid of their type (pg_type.dat of PostgreSQL: the same in every database). The driver
 * would ask each database for them on every new connection, by a query of its own whose failure nobody can catch: a
 * server that dies just then would take the process with it.
 */
const ARRAYS = {
  bool: { oid: 1000, read: (text: string): unknown => text === "t" },
  int2: { oid: 1005, read: Number },
  int4: { oid: 1007, read: Number },
  int8: { oid: 1016, read: String },
  float4: { oid: 1021, read: Number },
  float8: { oid: 1022, read: Number },
  name: { oid: 1003, read: String },
  text: { oid: 1009, read: String },
  varchar: { oid: 1015, read: String },
  uuid: { oid: 2951, read: String },
} as const;

/** As the driver takes its own types. */
export const ARRAY_TYPES: Readonly<Record<string, PostgresType>> = Object.fromEntries(
  Object.entries(ARRAYS).map(([name, { oid, read }]) => [
    `${name}Array`,
    { to: oid, from: [oid], serialize: toArrayText, parse: (text: string) => parse(text, read) },
  ]),
);

/** @param sent an array, or one that is written as text already */
function toArrayText(sent: unknown): string {
  if (!Array.isArray(sent)) return String(sent);
  return `{${sent.map(toElement).join(",")}}`;
}

function toElement(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return toArrayText(value);
  return `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
