import type { Area } from "@kompassen/domain/behovskompass";
import { type Draw, drawFor } from "../draw.ts";
import type { AreaAnswers } from "./child-story.ts";
import { clamp } from "./levels.ts";
import { perArea } from "./per-area.ts";

/** How often somebody leaves a question open, and in which way. */
interface Silence {
  readonly blank: number;
  readonly dontKnow: number;
  readonly declined: number;
}

const CHILD_SILENCE: Silence = { blank: 0.01, dontKnow: 0.025, declined: 0.02 };
const GUARDIAN_SILENCE: Silence = { blank: 0.015, dontKnow: 0.015, declined: 0.005 };

/** One whole number an area. The same rater sees the same area in much the same light each time. */
export function singleAnswers(
  draw: Draw,
  seriesKey: string,
  rater: "barn" | "vardnadshavare",
  levelOf: (area: Area) => number,
): AreaAnswers {
  const silence = rater === "barn" ? CHILD_SILENCE : GUARDIAN_SILENCE;
  return perArea((area) => {
    const bias = drawFor(seriesKey, area, "bias").around(rater === "barn" ? -0.1 : 0.1, 0.3);
    return silent(draw, silence) ?? digit(levelOf(area) + bias + draw.around(0, 0.12));
  });
}

const TEAM_SILENCE: Silence = { blank: 0.03, dontKnow: 0, declined: 0 };
const PROFESSION_SILENCE: Silence = { blank: 0.05, dontKnow: 0.02, declined: 0 };

/** How many statements the form has in an area. */
export type StatementCounts = Readonly<Record<Area, number>>;

/** One answer a statement. A profession leaves blank, time after time, what it cannot know. */
export function statementAnswers(
  draw: Draw,
  seriesKey: string,
  rater: "barnteam" | "profession",
  counts: StatementCounts,
  levelOf: (area: Area) => number,
): AreaAnswers {
  const silence = rater === "barnteam" ? TEAM_SILENCE : PROFESSION_SILENCE;
  return perArea((area) => {
    const bias = drawFor(seriesKey, area, "bias").around(0, 0.2);
    return Array.from({ length: counts[area] }, (_, index) => {
      const statement = drawFor(seriesKey, area, index);
      const offset = statement.around(0, 0.4);
      const isOutsideOwnWork = rater === "profession" && statement.chance(0.12);
      if (isOutsideOwnWork) return "_";
      return silent(draw, silence) ?? digit(levelOf(area) + bias + offset + draw.around(0, 0.12));
    }).join("");
  });
}

function silent(draw: Draw, { blank, dontKnow, declined }: Silence): string | null {
  const throwOf = draw.real(0, 1);
  if (throwOf < blank) return "_";
  if (throwOf < blank + dontKnow) return "?";
  return throwOf < blank + dontKnow + declined ? "!" : null;
}

function digit(level: number): string {
  return String(Math.round(clamp(level, 1, 5)));
}
