import { AREAS, type Area, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { drawFor } from "../draw.ts";
import { STATEMENT_COUNTS } from "../forms.ts";
import type { AreaAnswers, FormKey } from "../story/child-story.ts";
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
  return perArea((area) => write(byArea.get(area) ?? "_", form, area));
}

/** How a rater sees an area in a round. */
export function levelOf(script: CaseScript, key: string, area: Area, rater: RaterKey, round: number): Level {
  const told = script.areas[area];
  return told === undefined ? keptLevel(script, key, area, round) : (lineOf(told, rater)[round] ?? null);
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

function write(level: Level, form: FormKey, area: Area): string {
  const isSingle = form === "samtalsunderlag 1";
  const statements = isSingle ? 1 : STATEMENT_COUNTS[area];
  if (typeof level !== "number") return (level ?? "_").repeat(statements);
  return isSingle ? String(Math.round(level)) : spread(level, statements);
}

/** As many of the next whole number as bring the mean to the level: 2.25 of four is 2 2 2 3. */
function spread(level: number, statements: number): string {
  const low = Math.floor(level);
  const higher = Math.round((level - low) * statements);
  return String(low).repeat(statements - higher) + String(low + 1).repeat(higher);
}
