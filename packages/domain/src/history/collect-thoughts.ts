import type { Area } from "../behovskompass/index.ts";
import type { Thoughts } from "../follow-up/index.ts";
import { compareFractions, type Fraction } from "../shared/index.ts";
import type { CellFault } from "./read-assessment.ts";
import { readTarget } from "./read-value.ts";

/** One cell that was filled in, and the first row that had it. */
type Told<Value> = { readonly value: Value; readonly text: string; readonly row: number };

type ToldThoughts = { concern: Told<boolean> | null; target: Told<Fraction> | null };

/** Thoughts of one child: they belong to a compass and an area, and every rater's rows repeat them. */
export type CollectedThoughts = Map<string, Map<Area, ToldThoughts>>;

/**
 * Notes the concern and target of one row. An empty cell beside a filled one says nothing; two filled
 * ones must agree.
 */
export function collectThoughts(
  collected: CollectedThoughts,
  place: { readonly compassId: string; readonly area: Area; readonly row: number },
  cells: { readonly concern: string; readonly target: string },
): CellFault[] {
  const told = toldAt(collected, place.compassId, place.area);
  const faults: CellFault[] = [];
  if (cells.concern !== "") {
    const concern = CONCERNS.get(cells.concern);
    if (concern === undefined) {
      faults.push({
        column: "concern",
        value: cells.concern,
        expected: { code: "one_of", options: [...CONCERNS.keys(), ""] },
      });
    } else if (told.concern === null) {
      told.concern = { value: concern, text: cells.concern, row: place.row };
    } else if (told.concern.value !== concern) {
      faults.push(disagrees("concern", cells.concern, told.concern));
    }
  }
  // Stryker disable next-line ConditionalExpression: the same text again reads as the same target; this only saves reading it
  if (cells.target !== "" && cells.target !== told.target?.text) {
    const target = readTarget(cells.target);
    if (target === undefined) {
      faults.push({ column: "target", value: cells.target, expected: { code: "target" } });
    } else if (told.target === null) {
      told.target = { value: target, text: cells.target, row: place.row };
    } else if (compareFractions(told.target.value, target) !== 0) {
      faults.push(disagrees("target", cells.target, told.target));
    }
  }
  return faults;
}

const CONCERNS: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["no", false],
]);

export function toThoughts(collected: CollectedThoughts): Map<string, Map<Area, Thoughts>> {
  const plain = ({ concern, target }: ToldThoughts): Thoughts => ({
    concern: concern === null ? null : concern.value,
    target: target === null ? null : target.value,
  });
  return new Map(
    [...collected].map(([compassId, areas]) => [
      compassId,
      new Map([...areas].map(([area, told]) => [area, plain(told)])),
    ]),
  );
}

function toldAt(collected: CollectedThoughts, compassId: string, area: Area): ToldThoughts {
  const areas = collected.get(compassId) ?? new Map<Area, ToldThoughts>();
  collected.set(compassId, areas);
  const told = areas.get(area) ?? { concern: null, target: null };
  areas.set(area, told);
  return told;
}

function disagrees(column: "concern" | "target", value: string, first: Told<unknown>): CellFault {
  return { column, value, expected: { code: "same_as_row", row: first.row, value: first.text } };
}
