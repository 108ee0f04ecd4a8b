import { AREAS, type Area, PLACEHOLDER_INSTRUMENTS, type Statement } from "@kompassen/domain/behovskompass";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { Draw } from "./draw.ts";

/** The shape of the goals: a child has about five compasses of three raters. */
export interface HistoryShape {
  readonly seed: number;
  readonly children: number;
  readonly today: LocalDate;
  /** Tells the children of one file from those of another. */
  readonly prefix: string;
  /** So many compasses for every child, instead of two to seven and now and then up to 24. */
  readonly compasses?: number;
  /** Every answer is this one, so that nothing is raised. */
  readonly steady?: number;
}

const WEEKS_BETWEEN = 12;
const MAX_COMPASSES = 24;

const STATEMENTS: readonly Statement[] = PLACEHOLDER_INSTRUMENTS.flatMap(({ id, statements }) =>
  id === "skattningsformular" ? statements : [],
);

/**
 * Lines of a history file in the interchange format, the header first: the child and a guardian rate the eight
 * areas, the Barnteam answers every statement of the placeholder form. Most areas are well and stay so; one in
 * seven is low. One answer in eleven is left out.
 */
export function* historyLines(shape: HistoryShape): Generator<string> {
  const draw = new Draw(shape.seed);
  yield `${HISTORY_COLUMNS.join(",")}\n`;
  for (let child = 1; child <= shape.children; child += 1) {
    const childId = `${shape.prefix}${String(child).padStart(6, "0")}`;
    const compasses = shape.compasses ?? countCompasses(draw);
    const levels = new Map(AREAS.map((area) => [area, drawLevel(draw)]));
    const answerTo = (area: Area) =>
      shape.steady === undefined ? answer(draw, levels.get(area)) : String(shape.steady);
    for (let round = 1; round <= compasses; round += 1) {
      const day = addDays(shape.today, -7 * WEEKS_BETWEEN * (compasses - round) - draw.whole(1, 20));
      const head = `${childId},${childId}-${round},${day},${day}`;
      yield* areaLines(`${head},barn,samtalsunderlag,1,6-12`, answerTo);
      yield* areaLines(`${head},vardnadshavare:1,samtalsunderlag,1,`, answerTo);
      yield* statementLines(`${head},barnteam,skattningsformular,1,`, answerTo);
    }
  }
}

type AnswerTo = (area: Area) => string;

/** Five on average; one child in forty has been followed for years. */
function countCompasses(draw: Draw): number {
  return draw.share() < 1 / 40 ? draw.whole(12, MAX_COMPASSES) : draw.whole(2, 7);
}

function drawLevel(draw: Draw): number {
  const share = draw.share();
  if (share < 1 / 7) return 2;
  return share < 4 / 7 ? 4 : 5;
}

function* areaLines(head: string, answerTo: AnswerTo): Generator<string> {
  for (const area of AREAS) yield `${head},${area},,${answerTo(area)},,\n`;
}

function* statementLines(head: string, answerTo: AnswerTo): Generator<string> {
  for (const { area, key } of STATEMENTS) yield `${head},${area},${key},${answerTo(area)},,\n`;
}

const LEFT_OUT = ["dont_know", "declined", ""] as const;

function answer(draw: Draw, level: number | undefined): string {
  if (level === undefined) throw new RangeError("an area without a level");
  const leftOut = LEFT_OUT[draw.whole(0, 32)];
  if (leftOut !== undefined) return leftOut;
  const step = draw.whole(0, 9);
  const change = step === 0 ? -1 : step === 1 ? 1 : 0;
  return String(Math.min(5, Math.max(1, level + change)));
}
