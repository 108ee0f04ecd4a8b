import { type AnswerLayout, AREAS, type PackedAnswers } from "@kompassen/domain/behovskompass";
import {
  type AssessmentHead,
  type CollectedThoughts,
  collectThoughts,
  readAssessment,
  toThoughts,
} from "@kompassen/domain/history";
import { cellAt, type LocalDate } from "@kompassen/domain/shared";
import type { FileAssessment, FileChild, FileHistory } from "./file-history.ts";
import type { Tail, TailReader } from "./tail-reader.ts";

interface Growing {
  readonly head: AssessmentHead;
  readonly reader: TailReader;
  readonly answers: Buffer;
  readonly firstRow: number;
}

interface GrowingChild {
  readonly assessments: Map<string, Growing>;
  readonly days: Set<string>;
  readonly thoughts: CollectedThoughts;
}

const NOT_LISTED = ".".charCodeAt(0);
const [LOWEST, HIGHEST] = ["1".charCodeAt(0), "5".charCodeAt(0)];

/** The assessments of a file while its rows are scanned. Every method answers null or false to the unusual. */
export class ScannedHistory {
  readonly #today: LocalDate;
  readonly #children = new Map<string, GrowingChild>();
  #child: GrowingChild | null = null;
  #assessment: Growing | null = null;
  #rows = 0;

  constructor(today: LocalDate) {
    this.#today = today;
  }

  /** Turns to the assessment of a row's head, new or left before; answers who reads the rest of its rows. */
  enter(cells: readonly string[], row: number, readers: ReadonlyMap<string, TailReader>): TailReader | null {
    const assessment = readHead(cells, this.#today);
    if (assessment === null) return null;
    const child = this.#childOf(assessment.childId);
    const key = `${assessment.rater} ${assessment.compassId}`;
    const known = child.assessments.get(key);
    if (known !== undefined && !isSameHead(known.head, assessment)) return null;
    this.#child = child;
    this.#assessment = known ?? null;
    if (known !== undefined) return known.reader;
    const reader = readers.get(`${assessment.instrument} ${assessment.instrumentVersion}`);
    if (reader === undefined) return null;
    const day = `${assessment.rater} ${assessment.assessedOn}`;
    if (child.days.has(day)) return null;
    child.days.add(day);
    const answers = Buffer.allocUnsafe(reader.version.layout.length).fill(NOT_LISTED);
    this.#assessment = { head: assessment, reader, answers, firstRow: row };
    child.assessments.set(key, this.#assessment);
    return reader;
  }

  add({ area, position, character, concern, target }: Tail, row: number): boolean {
    if (this.#assessment === null || this.#child === null) return false;
    const { answers, head } = this.#assessment;
    if (answers[position] !== NOT_LISTED) return false;
    answers[position] = character;
    this.#rows += 1;
    if (concern === "" && target === "") return true;
    const place = { compassId: head.compassId, area, row };
    return collectThoughts(this.#child.thoughts, place, { concern, target }).length === 0;
  }

  finish(): FileHistory | null {
    if (this.#rows === 0) return null;
    const children = [...this.#children].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(toFileChild);
    return { rows: this.#rows, children };
  }

  #childOf(childId: string): GrowingChild {
    const child = this.#children.get(childId) ?? {
      assessments: new Map<string, Growing>(),
      days: new Set<string>(),
      thoughts: new Map(),
    };
    this.#children.set(childId, child);
    return child;
  }
}

function readHead(cells: readonly string[], today: LocalDate): AssessmentHead | null {
  const at = (position: number) => cellAt(cells, position);
  const { head, faults } = readAssessment(
    {
      child_id: at(0),
      compass_id: at(1),
      assessed_on: at(2),
      registered_on: at(3),
      rater: at(4),
      instrument: at(5),
      instrument_version: at(6),
      age_form: at(7),
    },
    today,
    null,
  );
  return faults.length === 0 ? head : null;
}

function toFileChild([key, { assessments, thoughts }]: [string, GrowingChild]): FileChild {
  return {
    key,
    assessments: [...assessments.values()].map(toFileAssessment),
    thoughts: toThoughts(thoughts),
  };
}

function toFileAssessment({ head, reader, answers, firstRow }: Growing): FileAssessment {
  const { compassId, rater, assessedOn, registeredOn, ageForm } = head;
  const { number, layout } = reader.version;
  const packed = packBytes(layout, answers);
  return {
    compassKey: compassId,
    rater,
    assessedOn,
    registeredOn,
    versionNumber: number,
    ageForm,
    packed,
    firstRow,
  };
}

function packBytes(layout: AnswerLayout, answers: Buffer): PackedAnswers {
  const sums = AREAS.map(() => 0);
  const counts = AREAS.map(() => 0);
  for (const { area, start, keys } of layout.areas) {
    let [sum, count] = [0, 0];
    for (let position = start; position < start + keys.length; position += 1) {
      const character = answers[position] ?? NOT_LISTED;
      if (character < LOWEST || character > HIGHEST) continue;
      sum += character - LOWEST + 1;
      count += 1;
    }
    const place = AREAS.indexOf(area);
    sums[place] = sum;
    counts[place] = count;
  }
  return { answers: answers.toString("latin1"), sums, counts };
}

function isSameHead(a: AssessmentHead, b: AssessmentHead): boolean {
  return (
    a.assessedOn === b.assessedOn &&
    a.registeredOn === b.registeredOn &&
    a.instrument === b.instrument &&
    a.instrumentVersion === b.instrumentVersion &&
    a.ageForm === b.ageForm
  );
}
