import { accepted, type Result, refused } from "../shared/index.ts";
import type { Instrument, Statement } from "./instrument.ts";
import { type InstrumentFile, instrumentSchema } from "./instrument-schema.ts";

/** One thing wrong in an instrument file, and where: `statements.3.area`. */
export type InstrumentFault = {
  readonly path: string;
  readonly code:
    | "shape"
    | "duplicate_statement"
    | "one_question_an_area"
    | "unknown_statement"
    | "same_version";
  /** What the shape should have been, or the key in question. */
  readonly detail: string;
};

/** Reads an official form from parsed JSON: every fault at once, or the instrument. */
export function readInstrument(json: unknown): Result<Instrument, InstrumentFault> {
  const parsed = instrumentSchema.safeParse(json);
  if (!parsed.success) {
    return refused(
      ...parsed.error.issues.map(({ path, message }) => ({
        path: path.join("."),
        code: "shape" as const,
        detail: message,
      })),
    );
  }
  const instrument = toInstrument(parsed.data);
  const faults = checkInstrument(instrument);
  return faults.length > 0 ? refused(...faults) : accepted(instrument);
}

/** What holds for every instrument, however it was loaded. */
export function checkInstrument(instrument: Instrument): InstrumentFault[] {
  return [...checkKeys(instrument), ...checkEquivalences(instrument)];
}

function checkKeys({ id, statements }: Instrument): InstrumentFault[] {
  const seen = new Set<string>();
  return statements.flatMap(({ area, key }, index): InstrumentFault[] => {
    const path = `statements.${index}.key`;
    if (id === "samtalsunderlag" && key !== area) {
      return [{ path, code: "one_question_an_area", detail: key }];
    }
    const identity = `${area} ${key}`;
    if (seen.has(identity)) return [{ path, code: "duplicate_statement", detail: key }];
    seen.add(identity);
    return [];
  });
}

function checkEquivalences({ version, statements, equivalences }: Instrument): InstrumentFault[] {
  const keys: ReadonlySet<string | null> = new Set(statements.map(({ key }) => key));
  return equivalences.flatMap(({ fromVersion, toVersion, pairs }, index): InstrumentFault[] => {
    const path = `equivalences.${index}`;
    if (fromVersion === toVersion) return [{ path, code: "same_version", detail: fromVersion }];
    return pairs.flatMap(({ from, to }, pair): InstrumentFault[] => {
      const own = fromVersion === version ? from : toVersion === version ? to : null;
      if (keys.has(own)) return [];
      return [{ path: `${path}.pairs.${pair}`, code: "unknown_statement", detail: own ?? `${from} ${to}` }];
    });
  });
}

function toInstrument(file: InstrumentFile): Instrument {
  return {
    id: file.instrument,
    version: file.version,
    status: "official",
    title: file.title,
    validFrom: file.valid_from,
    statements: file.statements.map(toStatement),
    equivalences: file.equivalences.map(({ from_version, to_version, pairs }) => ({
      instrument: file.instrument,
      fromVersion: from_version,
      toVersion: to_version,
      pairs,
    })),
  };
}

function toStatement(statement: InstrumentFile["statements"][number]): Statement {
  const { key, area, text, source, text_by_age_form: textByAgeForm } = statement;
  return {
    key,
    area,
    text,
    source,
    ...(textByAgeForm === undefined ? {} : { textByAgeForm: { ...textByAgeForm } }),
  };
}
