import { AREAS, type Area, isArea } from "../behovskompass/index.ts";
import {
  accepted,
  cellAt,
  compareText,
  type FileFault,
  type Header,
  isBlankRow,
  isTooLong,
  type LocalDate,
  type Result,
  refused,
  shownValue,
  TOO_LONG,
} from "../shared/index.ts";
import { checkStatement } from "./check-statement.ts";
import { type CollectedThoughts, collectThoughts, toThoughts } from "./collect-thoughts.ts";
import type { HistoryColumn } from "./columns.ts";
import { findSameDay, type ReadAssessment } from "./find-same-day.ts";
import { addAnswer } from "./growing-ratings.ts";
import type { History } from "./history.ts";
import type { KnownVersions } from "./known-versions.ts";
import {
  type AssessmentCells,
  type AssessmentHead,
  type CellFault,
  compareHeads,
  readAssessment,
} from "./read-assessment.ts";
import { readAnswer } from "./read-value.ts";

export type HistoryOptions = {
  /** A later date is a fault. */
  readonly today: LocalDate;
  /** Null takes the file's own versions and statement keys as they are. */
  readonly knownVersions: KnownVersions | null;
};

type ReadChild = { readonly assessments: Map<string, ReadAssessment>; readonly thoughts: CollectedThoughts };

/** The assessment the row before belonged to: a run of its rows is checked once. */
type Run = {
  readonly cells: AssessmentCells;
  readonly faults: readonly CellFault[];
  /** Null when the assessment cannot be told. */
  readonly into: { readonly child: ReadChild; readonly assessment: ReadAssessment } | null;
};

/**
 * Reads the rows of a history file one by one, in any order, and keeps every fault. One pass, so that a
 * million rows can be streamed through it; what is held is the answers themselves.
 */
export class HistoryReader {
  readonly #header: Header<HistoryColumn>;
  readonly #options: HistoryOptions;
  readonly #children = new Map<string, ReadChild>();
  readonly #faults: FileFault[] = [];
  #run: Run | null = null;
  #rows = 0;

  constructor(header: Header<HistoryColumn>, options: HistoryOptions) {
    this.#header = header;
    this.#options = options;
  }

  /** For what is wrong before there are cells, such as bytes that are not text. */
  addFault(fault: FileFault): void {
    this.#faults.push(fault);
  }

  /** @param row the row's number in the file, counted from 1 with the header and empty rows */
  readRow(cells: readonly string[], row: number): void {
    if (cells.length === this.#header.cellCount) {
      const run = this.#enter(cells, row);
      if (run !== null) this.#readCells(run, cells, row);
    } else if (!isBlankRow(cells)) {
      const expected = { code: "cell_count", count: this.#header.cellCount } as const;
      this.#faults.push({ row, column: null, value: String(cells.length), expected });
    }
  }

  /** The whole file, or every fault in it sorted by row. */
  finish(): Result<History, FileFault> {
    const sameDay = [...this.#children.values()].flatMap((child) => findSameDay(child.assessments.values()));
    const faults = [...this.#faults, ...sameDay];
    if (faults.length > 0) return refused(...faults.toSorted((a, b) => a.row - b.row));
    const children = [...this.#children]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([childId, { assessments, thoughts }]) => ({
        childId,
        assessments: [...assessments.values()],
        thoughts: toThoughts(thoughts),
      }));
    return accepted({ children, rows: this.#rows });
  }

  /** The assessment of a row, checked when it is another than the row before had; null for an empty row. */
  #enter(cells: readonly string[], row: number): Run | null {
    const { positions } = this.#header;
    const last = this.#run;
    const at = (column: HistoryColumn) => cellAt(cells, positions[column]);
    // Stryker disable next-line ConditionalExpression: a run is kept so as not to check the same cells again
    if (last !== null && isSame(last.cells, at)) return last;
    if (isBlankRow(cells)) return null;
    const run = this.#begin(
      {
        child_id: at("child_id"),
        compass_id: at("compass_id"),
        rater: at("rater"),
        assessed_on: at("assessed_on"),
        registered_on: at("registered_on"),
        instrument: at("instrument"),
        instrument_version: at("instrument_version"),
        age_form: at("age_form"),
      },
      row,
    );
    this.#run = run;
    return run;
  }

  #begin(cells: AssessmentCells, row: number): Run {
    const { head, faults } = readAssessment(cells, this.#options.today, this.#options.knownVersions);
    if (head === null) return { cells, faults, into: null };
    const child = this.#childOf(head);
    const key = `${head.rater} ${head.compassId}`;
    const earlier = child.assessments.get(key);
    if (earlier !== undefined) {
      const differences = compareHeads(cells, earlier);
      if (differences.length > 0) return { cells, faults: differences, into: null };
      return { cells, faults, into: { child, assessment: earlier } };
    }
    const { childId: _, ...assessment } = head;
    const started: ReadAssessment = { ...assessment, ratings: new Map(), firstRow: row };
    child.assessments.set(key, started);
    return { cells, faults, into: { child, assessment: started } };
  }

  #childOf({ childId }: AssessmentHead): ReadChild {
    const child = this.#children.get(childId) ?? { assessments: new Map(), thoughts: new Map() };
    this.#children.set(childId, child);
    return child;
  }

  #readCells(run: Run, cells: readonly string[], row: number): void {
    const { positions } = this.#header;
    this.#rows += 1;
    for (const fault of run.faults) this.#addFault(fault, row);
    const areaText = cellAt(cells, positions.area);
    const valueText = cellAt(cells, positions.value);
    const area = isArea(areaText) ? areaText : null;
    const answer = readAnswer(valueText);
    if (area === null)
      this.#addFault({ column: "area", value: areaText, expected: { code: "one_of", options: AREAS } }, row);
    if (answer === undefined)
      this.#addFault({ column: "value", value: valueText, expected: { code: "value" } }, row);
    if (area === null || run.into === null) return;

    const { child, assessment } = run.into;
    const statement = cellAt(cells, positions.statement);
    const statementFault = checkStatement(statement, area, assessment, this.#options.knownVersions);
    if (statementFault !== null) this.#addFault(statementFault, row);
    else if (answer !== undefined && !addAnswer(assessment.ratings, area, statement, answer)) {
      this.#addFault({ column: "statement", value: statement, expected: { code: "only_once" } }, row);
    }
    this.#readThoughts(child, assessment.compassId, area, cells, row);
  }

  #readThoughts(
    child: ReadChild,
    compassId: string,
    area: Area,
    cells: readonly string[],
    row: number,
  ): void {
    const concern = cellAt(cells, this.#header.positions.concern);
    const target = cellAt(cells, this.#header.positions.target);
    if (concern === "" && target === "") return;
    const faults = collectThoughts(child.thoughts, { compassId, area, row }, { concern, target });
    for (const fault of faults) this.#addFault(fault, row);
  }

  #addFault({ column, value, expected }: CellFault, row: number): void {
    const told = isTooLong(value) ? TOO_LONG : expected;
    this.#faults.push({ row, column, value: shownValue(value), expected: told });
  }
}

/** Compared cell by cell rather than by a loop over the columns: this runs for every row of a file. */
function isSame(cells: AssessmentCells, at: (column: HistoryColumn) => string): boolean {
  return (
    cells.child_id === at("child_id") &&
    cells.compass_id === at("compass_id") &&
    cells.rater === at("rater") &&
    cells.assessed_on === at("assessed_on") &&
    cells.registered_on === at("registered_on") &&
    cells.instrument === at("instrument") &&
    cells.instrument_version === at("instrument_version") &&
    cells.age_form === at("age_form")
  );
}
