import { createHash } from "node:crypto";
import type { Measure } from "@kompassen/domain/export";
import type { LocalDate } from "@kompassen/domain/shared";
import { unzipSync, type Zippable, zipSync } from "fflate";

/** What the manifest and the descriptor say of a file. */
export const measureText: Measure = (text) => ({
  bytes: Buffer.byteLength(text, "utf8"),
  sha256: createHash("sha256").update(text, "utf8").digest("hex"),
});

export interface BytesFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A zip whose bytes depend on its files and the day alone: every entry is dated that day, in the order given. */
export function zipFiles(files: readonly BytesFile[], day: LocalDate): Uint8Array {
  // A zip holds a wall clock without a zone; a date made of parts gives the same clock everywhere.
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)].map(Number);
  const mtime = new Date(year ?? 0, (month ?? 0) - 1, date);
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, bytes }) => [path, [bytes, { mtime, level: 9, os: 0 }]]),
  );
  return zipSync(entries);
}

/** The same entries with the day as their only clock. */
export function redateZip(zip: Uint8Array, day: LocalDate): Uint8Array {
  const files = Object.entries(unzipSync(zip)).map(([path, bytes]) => ({ path, bytes }));
  return zipFiles(files, day);
}
