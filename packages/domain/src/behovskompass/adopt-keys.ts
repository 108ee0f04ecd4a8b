import { compareText, type LocalDate } from "../shared/index.ts";
import { AREAS, type Area } from "./area.ts";
import type { Instrument, InstrumentId, Statement } from "./instrument.ts";

/** An instrument version made from the keys of a file, marked "utan text" until its texts are loaded. */
export function adoptKeys(form: {
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly validFrom: LocalDate;
  readonly keys: ReadonlyMap<Area, Iterable<string>>;
}): Instrument {
  const statements = AREAS.flatMap((area): Statement[] => {
    const keys = form.instrument === "samtalsunderlag" ? [area] : [...(form.keys.get(area) ?? [])];
    return keys.toSorted(compareKeys).map((key) => ({ key, area, text: null, source: "" }));
  });
  return {
    id: form.instrument,
    version: form.version,
    status: "without_text",
    title: { sv: `${form.instrument} ${form.version}`, en: `${form.instrument} ${form.version}` },
    validFrom: form.validFrom,
    statements,
    equivalences: [],
  };
}

/** p2 before p10: runs of digits by their number, the rest by character. */
export function compareKeys(a: string, b: string): number {
  const [partsA, partsB] = [splitDigits(a), splitDigits(b)];
  for (const [index, partA] of partsA.entries()) {
    const partB = partsB[index];
    if (partB === undefined) return 1;
    if (partA === partB) continue;
    const [numberA, numberB] = [Number(partA), Number(partB)];
    if (numberA !== numberB && !Number.isNaN(numberA) && !Number.isNaN(numberB)) return numberA - numberB;
    return compareText(partA, partB);
  }
  return partsA.length - partsB.length;
}

function splitDigits(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? [];
}
