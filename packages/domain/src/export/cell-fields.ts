import { AREAS, RATER_KINDS } from "../behovskompass/index.ts";
import { BARNTEAM_AGE_GROUPS } from "../people/index.ts";
import { compareText } from "../shared/index.ts";
import {
  ALL_AGES,
  LEAD_TIME_FIGURES,
  LEAD_TIMES,
  type LeadTime,
  type LeadTimeFigure,
  leadTimeFigureName,
  leadTimeKey,
  leadTimeName,
  METRICS,
  type ReleaseCell,
  type ReleasePlace,
  type StatisticsRelease,
} from "../statistics/index.ts";
import { ageGroupLabel, areaLabel, LEVEL_NAMES, metricLabel, periodLabel, raterLabel } from "./labels.ts";

/** A property of a cell that tables are laid out by. */
export interface CellField {
  readonly head: string;
  readonly codeOf: (cell: ReleaseCell) => string;
  readonly labelOf: (code: string) => string;
  readonly compare: (a: string, b: string) => number;
}

export type FieldName =
  | "metric"
  | "stretch"
  | "figure"
  | "period"
  | "place"
  | "level"
  | "ageGroup"
  | "area"
  | "rater";

interface Stretch {
  readonly lead: LeadTime;
  readonly figure: LeadTimeFigure;
}

const STRETCHES: ReadonlyMap<string, Stretch> = new Map(
  LEAD_TIMES.flatMap((lead) =>
    LEAD_TIME_FIGURES.map((figure) => [leadTimeKey(lead, figure), { lead, figure }]),
  ),
);

/** The fields in Swedish words and in the order people read them: the model's own, and places by name. */
export function cellFields(release: StatisticsRelease): Readonly<Record<FieldName, CellField>> {
  const places = placesInOrder(release);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const place = (code: string) => byCode.get(code);
  const inPlaceOrder = inOrder(places.map(({ code }) => code));
  return {
    metric: field(
      "Mått",
      (cell) => cell.metric,
      (code) => metricLabel(code, "sv"),
      inOrder([...METRICS.keys()]),
    ),
    stretch: field(
      "Sträcka",
      (cell) => stretchOf(cell).lead,
      (code) => leadTimeName(known(LEAD_TIMES, code), "sv"),
      inOrder(LEAD_TIMES),
    ),
    figure: field(
      "Mått",
      (cell) => stretchOf(cell).figure,
      (code) => leadTimeFigureName(known(LEAD_TIME_FIGURES, code), "sv"),
      inOrder(LEAD_TIME_FIGURES),
    ),
    period: field(
      "Period",
      (cell) => cell.period,
      (code) => periodLabel(code, "sv"),
      compareText,
    ),
    place: field(
      "Plats",
      (cell) => cell.unit,
      (code) => place(code)?.name ?? code,
      inPlaceOrder,
    ),
    level: field(
      "Nivå",
      (cell) => cell.unit,
      (code) => LEVEL_NAMES[place(code)?.level ?? "unit"].sv,
      inPlaceOrder,
    ),
    ageGroup: field(
      "Åldersgrupp",
      (cell) => cell.ageGroup,
      (code) => ageGroupLabel(code, "sv"),
      inOrder([ALL_AGES, ...BARNTEAM_AGE_GROUPS]),
    ),
    area: field(
      "Område",
      (cell) => cell.area ?? "",
      (code) => areaLabel(code, "sv"),
      inOrder(AREAS),
    ),
    rater: field(
      "Skattare",
      (cell) => cell.rater ?? "",
      (code) => raterLabel(code, "sv"),
      inOrder(RATER_KINDS),
    ),
  };
}

function field(
  head: string,
  codeOf: CellField["codeOf"],
  labelOf: CellField["labelOf"],
  compare: CellField["compare"],
): CellField {
  return { head, codeOf, labelOf, compare };
}

/** @throws RangeError when the cell is of no stretch between two steps. */
function stretchOf({ metric }: ReleaseCell) {
  const stretch = STRETCHES.get(metric);
  if (stretch === undefined) throw new RangeError(`not a lead time: ${metric}`);
  return stretch;
}

function known<Code extends string>(codes: readonly Code[], code: string): Code {
  const found = codes.find((candidate) => candidate === code);
  if (found === undefined) throw new RangeError(`not one of ${codes.join(", ")}: ${code}`);
  return found;
}

function inOrder(codes: readonly string[]): (a: string, b: string) => number {
  const positions = new Map(codes.map((code, index) => [code, index]));
  const at = (code: string) => positions.get(code) ?? positions.size;
  return (a, b) => at(a) - at(b) || compareText(a, b);
}

/** The kommun, then each område by name followed by its units by name. */
function placesInOrder({ head }: StatisticsRelease): ReleasePlace[] {
  const children = (parent: string | null): ReleasePlace[] =>
    head.places
      .filter((place) => place.parent === parent)
      .toSorted((a, b) => SWEDISH.compare(a.name, b.name) || compareText(a.code, b.code))
      .flatMap((place) => [place, ...children(place.code)]);
  return children(null);
}

const SWEDISH = new Intl.Collator("sv");
