import { BARNTEAM_AGE_GROUPS, type BarnteamAgeGroup } from "../people/index.ts";
import {
  type Expectation,
  type FileFault,
  isLocalDate,
  type LocalDate,
  type Result,
  shownValue,
} from "../shared/index.ts";
import { isProcessStepKind, PROCESS_STEP_KINDS, type ProcessStepKind } from "./process-step.ts";
import { type Line, readLines, type TableRows, wholeOrFaults } from "./read-lines.ts";
import { stepDetail } from "./step-detail.ts";

/** The columns of steps.csv, in any order. `detail`, `unit` and `age_group` may be empty. */
export const STEP_COLUMNS = [
  "child",
  "kind",
  "detail",
  "unit",
  "age_group",
  "registered_on",
  "occurred_on",
  "id",
] as const;

type StepColumn = (typeof STEP_COLUMNS)[number];

/** One step of a file, its child and unit as the kommun's own ids. */
export interface FileStep {
  readonly row: number;
  readonly childId: string;
  readonly kind: ProcessStepKind;
  readonly detail: string | null;
  /** Null = where the child was that day. */
  readonly unitId: string | null;
  /** Null = by the child's age and unit that day. */
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly registeredOn: LocalDate;
  readonly occurredOn: LocalDate;
  /** The file's own id of the step. */
  readonly key: string;
}

/** What the words of a file stand for in the kommun. */
export interface StepFileWords {
  /** Child ids by the name the file gives the child. */
  readonly children: ReadonlyMap<string, string>;
  /** Unit ids by the unit's code. */
  readonly units: ReadonlyMap<string, string>;
}

/**
 * Reads steps.csv: all of it, or every fault in it.
 * @param rows every row with its number in the file, the header first
 */
export function readSteps(
  rows: TableRows,
  words: StepFileWords,
  today: LocalDate,
): Result<readonly FileStep[], FileFault> {
  const read = readLines(rows, STEP_COLUMNS);
  if (!read.ok) return read;
  const faults = [...read.value.faults];
  const steps: FileStep[] = [];
  const keys = new Set<string>();
  for (const line of read.value.lines) {
    const { step, wrong } = readStep(line, words, today);
    if (keys.has(line.cells.id)) wrong.push(["id", { code: "unique_id" }]);
    keys.add(line.cells.id);
    faults.push(
      ...wrong.map(([column, expected]) => ({
        row: line.row,
        column,
        value: shownValue(line.cells[column]),
        expected,
      })),
    );
    if (step !== null) steps.push(step);
  }
  return wholeOrFaults(steps, faults);
}

/** The names of children in the rows, for whoever looks them up before the file is read. */
export function listStepChildren(rows: TableRows): ReadonlySet<string> {
  const read = readLines(rows, STEP_COLUMNS);
  return new Set(read.ok ? read.value.lines.map(({ cells }) => cells.child) : []);
}

function readStep(
  { row, cells }: Line<StepColumn>,
  { children, units }: StepFileWords,
  today: LocalDate,
): { step: FileStep | null; wrong: [StepColumn, Expectation][] } {
  const wrong: [StepColumn, Expectation][] = [];
  const childId = children.get(cells.child);
  if (childId === undefined) wrong.push(["child", { code: "known_child" }]);
  const kind = isProcessStepKind(cells.kind) ? cells.kind : null;
  if (kind === null) wrong.push(["kind", { code: "one_of", options: PROCESS_STEP_KINDS }]);
  else if (!isDetailOf(kind, cells.detail))
    wrong.push(["detail", { code: "one_of", options: detailOptions(kind) }]);
  const unitId = cells.unit === "" ? null : units.get(cells.unit);
  if (unitId === undefined) wrong.push(["unit", { code: "known_unit" }]);
  const ageGroup =
    cells.age_group === "" ? null : BARNTEAM_AGE_GROUPS.find((group) => group === cells.age_group);
  if (ageGroup === undefined)
    wrong.push(["age_group", { code: "one_of", options: ["", ...BARNTEAM_AGE_GROUPS] }]);
  const registeredOn = isLocalDate(cells.registered_on) ? cells.registered_on : null;
  if (registeredOn === null) wrong.push(["registered_on", { code: "date" }]);
  else if (registeredOn > today) wrong.push(["registered_on", { code: "not_after", date: today }]);
  const occurredOn = isLocalDate(cells.occurred_on) ? cells.occurred_on : null;
  const lastDay = registeredOn === null || registeredOn > today ? today : registeredOn;
  if (occurredOn === null) wrong.push(["occurred_on", { code: "date" }]);
  else if (occurredOn > lastDay) wrong.push(["occurred_on", { code: "not_after", date: lastDay }]);
  if (cells.id === "") wrong.push(["id", { code: "filled" }]);
  if (
    wrong.length > 0 ||
    childId === undefined ||
    kind === null ||
    unitId === undefined ||
    ageGroup === undefined ||
    registeredOn === null ||
    occurredOn === null
  ) {
    return { step: null, wrong };
  }
  const detail = cells.detail === "" ? null : cells.detail;
  return {
    step: { row, childId, kind, detail, unitId, ageGroup, registeredOn, occurredOn, key: cells.id },
    wrong,
  };
}

function isDetailOf(kind: ProcessStepKind, text: string): boolean {
  const { words, isNeeded } = stepDetail(kind);
  return text === "" ? !isNeeded : words.includes(text);
}

function detailOptions(kind: ProcessStepKind): readonly string[] {
  const { words, isNeeded } = stepDetail(kind);
  return isNeeded ? words : ["", ...words];
}
