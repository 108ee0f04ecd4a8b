import { AGE_FORMS, INSTRUMENT_IDS, isAgeForm, isInstrumentId, isRaterKey } from "../behovskompass/index.ts";
import type { Assessment } from "../follow-up/index.ts";
import { type Expectation, isLocalDate, isTooLong, type LocalDate, TOO_LONG } from "../shared/index.ts";
import type { HistoryColumn } from "./columns.ts";
import type { KnownVersions } from "./known-versions.ts";

/** The cells that are the same on every row of one assessment. */
export type AssessmentCells = Readonly<
  Record<
    | "child_id"
    | "compass_id"
    | "rater"
    | "assessed_on"
    | "registered_on"
    | "instrument"
    | "instrument_version"
    | "age_form",
    string
  >
>;

export type AssessmentHead = Omit<Assessment, "ratings"> & { readonly childId: string };

/** A fault of a cell whose row is not yet told. */
export type CellFault = {
  readonly column: HistoryColumn;
  readonly value: string;
  readonly expected: Expectation;
};

/** Reads what identifies an assessment; faults instead when a cell is not what it should be. */
export function readAssessment(
  cells: AssessmentCells,
  today: LocalDate,
  known: KnownVersions | null,
): { readonly head: AssessmentHead | null; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = [];
  const expect = (column: keyof AssessmentCells, expected: Expectation) => {
    faults.push({ column, value: cells[column], expected });
    return null;
  };
  const filled = (column: keyof AssessmentCells) => {
    if (cells[column] === "") return expect(column, { code: "filled" });
    return isTooLong(cells[column]) ? expect(column, TOO_LONG) : cells[column];
  };
  const date = (column: "assessed_on" | "registered_on") => {
    const text = cells[column];
    if (!isLocalDate(text)) return expect(column, { code: "date" });
    return text > today ? expect(column, { code: "not_after", date: today }) : text;
  };

  const childId = filled("child_id");
  const compassId = filled("compass_id");
  const rater = isRaterKey(cells.rater) ? cells.rater : expect("rater", { code: "rater" });
  const assessedOn = date("assessed_on");
  const registeredOn = date("registered_on");
  // Stryker disable next-line ConditionalExpression,LogicalOperator: null is before no date; the checks are for the type
  if (assessedOn !== null && registeredOn !== null && registeredOn < assessedOn) {
    expect("registered_on", { code: "not_before", date: assessedOn });
  }
  const instrument = isInstrumentId(cells.instrument)
    ? cells.instrument
    : expect("instrument", { code: "one_of", options: INSTRUMENT_IDS });
  const instrumentVersion = filled("instrument_version");
  if (instrument !== null && instrumentVersion !== null && known !== null) {
    const versions = [...(known.get(instrument)?.keys() ?? [])];
    if (!versions.includes(instrumentVersion))
      expect("instrument_version", { code: "known_version", versions });
  }
  const hasAgeForm = cells.age_form !== "";
  if (hasAgeForm && !isAgeForm(cells.age_form))
    expect("age_form", { code: "one_of", options: [...AGE_FORMS, ""] });
  const ageForm = isAgeForm(cells.age_form) ? cells.age_form : null;

  // Stryker disable ConditionalExpression,LogicalOperator: what is null has left a fault; the checks are for the type
  const isComplete =
    childId !== null &&
    compassId !== null &&
    rater !== null &&
    assessedOn !== null &&
    registeredOn !== null &&
    instrument !== null &&
    instrumentVersion !== null;
  // Stryker restore ConditionalExpression,LogicalOperator
  if (!isComplete || faults.length > 0) return { head: null, faults };
  return {
    head: { childId, compassId, rater, assessedOn, registeredOn, instrument, instrumentVersion, ageForm },
    faults,
  };
}

/** A compass holds one assessment a rater: its rows must agree on date, instrument and form. */
export function compareHeads(
  cells: AssessmentCells,
  first: Omit<Assessment, "ratings"> & { readonly firstRow: number },
): CellFault[] {
  const expected = {
    assessed_on: first.assessedOn,
    registered_on: first.registeredOn,
    instrument: first.instrument,
    instrument_version: first.instrumentVersion,
    age_form: first.ageForm ?? "",
  };
  return (Object.keys(expected) as (keyof typeof expected)[])
    .filter((column) => cells[column] !== expected[column])
    .map((column) => ({
      column,
      value: cells[column],
      expected: { code: "same_as_row", row: first.firstRow, value: expected[column] },
    }));
}
