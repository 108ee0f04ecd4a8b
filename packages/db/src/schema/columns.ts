import { sql } from "drizzle-orm";
import { type AnyPgColumn, char, check, date, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** Tenant key: four digits, first in the key of every table that holds a child's data. */
export const kommunCode = () => char("kommun_code", { length: 4 }).notNull();
/** Time-ordered (version 7), made by the caller so that a repeated write is recognised. */
export const id = () => uuid("id").notNull();
export const localDate = (name: string) => date(name, { mode: "string" });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Counts the saves of a row; a save that names an older number is refused. */
export const version = () => integer("version").notNull().default(1);

/** The database refuses a word that the domain does not know. */
export function oneOf(name: string, column: AnyPgColumn, words: readonly string[]) {
  const list = words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** A free text has a longest length, so that no cell can fill the disk. */
export function noLongerThan(name: string, column: AnyPgColumn, characters: number) {
  return check(name, sql`char_length(${column}) <= ${sql.raw(String(characters))}`);
}
