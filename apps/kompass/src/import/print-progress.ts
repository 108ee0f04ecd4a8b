import type { ImportProgress } from "@kompassen/api/import";
import type { Io } from "../io.ts";

const WORDS: Record<ImportProgress["phase"], (rows: number) => string> = {
  reading: (rows) => `Läst ${rows} rader …`,
  writing: (rows) => `Skriver ${rows} rader …`,
  comparing: (children) => `Jämfört ${children} barn …`,
};

const EVERY_MS = 1000;

/** Says at most once a second how far a long import has come; a short one says nothing. */
export function progressPrinter({ stderr }: Io, clock: () => number): (progress: ImportProgress) => void {
  let saidAt = clock();
  return ({ phase, rows }) => {
    const now = clock();
    if (now - saidAt < EVERY_MS) return;
    saidAt = now;
    stderr.write(`${WORDS[phase](rows)}\n`);
  };
}
