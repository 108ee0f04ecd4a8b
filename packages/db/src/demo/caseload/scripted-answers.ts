import { AREAS, type Area, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { type Draw, drawFor } from "../draw.ts";
import { STATEMENT_COUNTS } from "../forms.ts";
import type { AreaAnswers, FormKey } from "../story/child-story.ts";
import { clamp } from "../story/levels.ts";
import { perArea } from "../story/per-area.ts";
import type { AreaScript, CaseScript, Level } from "./case-script.ts";

/** What a rater answers in a round of a script; null when the script says that this rater was not there. */
export function scriptedAnswers(
  script: CaseScript,
  key: string,
  rater: RaterKey,
  form: FormKey,
  round: number,
): AreaAnswers | null {
  const levels = AREAS.map((area) => [area, levelOf(script, key, area, rater, round)] as const);
  if (levels.some(([, level]) => level === null)) return null;
  const byArea = new Map(levels);
  return perArea((area) =>
    write(byArea.get(area) ?? "_", form, area, drawFor(key, rater, area, "statements")),
  );
}

/** How a rater sees an area in a round; what has no story is good in all eyes, though not the same. */
export function levelOf(script: CaseScript, key: string, area: Area, rater: RaterKey, round: number): Level {
  const told = script.areas[area];
  if (told !== undefined) return lineOf(told, rater)[round] ?? null;
  const own = drawFor(key, area, rater, "eyes").pick([-1, -0.5, -0.25, 0, 0, 0.25]);
  return clamp(keptLevel(script, key, area, round) + own, 4, 5);
}

/** How the area is, whoever looks. */
export function commonLevel(script: CaseScript, key: string, area: Area, round: number): number {
  return script.areas[area]?.all[round] ?? keptLevel(script, key, area, round);
}

/** An area without a story: good from the start, and sometimes a little better on the way. */
function keptLevel(script: CaseScript, key: string, area: Area, round: number): number {
  const draw = drawFor(key, area, "kept");
  const start = draw.pick([4, 4, 5]);
  const rounds = script.weeksAgo.length;
  const risesAt = draw.chance(0.3) ? draw.whole(1, rounds) : rounds;
  return round >= risesAt ? 5 : start;
}

function lineOf(told: AreaScript, rater: RaterKey): readonly Level[] {
  const { kind } = parseRater(rater);
  return (kind === "profession" ? undefined : told[kind]) ?? told.all;
}

function write(level: Level, form: FormKey, area: Area, draw: Draw): string {
  const isSingle = form === "samtalsunderlag 1";
  const statements = isSingle ? 1 : STATEMENT_COUNTS[area];
  if (typeof level !== "number") return (level ?? "_").repeat(statements);
  return isSingle ? String(Math.round(level)) : spread(level, statements, draw);
}

/**
 * Statements whose mean is the level, the same ones higher and lower each time: as many of the next whole number
 * as are needed (2.25 of four is 2 2 2 3), and some pairs one up and one down.
 */
function spread(level: number, statements: number, draw: Draw): string {
  const order = draw.shuffled(Array.from({ length: statements }, (_, index) => index));
  const low = Math.floor(level);
  const higher = Math.round((level - low) * statements);
  const values = order.map((place) => (place < higher ? low + 1 : low));
  const pairs = low >= 2 && low <= 3 ? Math.floor(statements / 3) : 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const [up, down] = [order.indexOf(statements - 1 - 2 * pair), order.indexOf(statements - 2 - 2 * pair)];
    values[up] = (values[up] ?? low) + 1;
    values[down] = (values[down] ?? low) - 1;
  }
  return values.join("");
}
