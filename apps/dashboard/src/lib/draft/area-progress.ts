import type { Area } from "@kompassen/domain/behovskompass";
import type { AreaContent, DraftContent, FormArea } from "./draft-content.ts";

/** done: something is answered. skipped: looked at and left blank. left: not yet looked at. */
export type AreaStatus = "done" | "left" | "skipped";

export function areaStatus(content: DraftContent, area: Area): AreaStatus {
  const given = content.areas[area];
  if (given === undefined) return "left";
  return countAnswered(given) > 0 ? "done" : "skipped";
}

/** "I do not know" and "I do not want to answer now" are answers like any other. */
export function countAnswered({ answers }: AreaContent): number {
  return Object.values(answers).filter((answer) => answer !== "blank").length;
}

export function countByStatus(content: DraftContent, areas: readonly FormArea[]): Record<AreaStatus, number> {
  const counts = { done: 0, left: 0, skipped: 0 };
  for (const { key } of areas) counts[areaStatus(content, key)] += 1;
  return counts;
}

/** The next area round the circle that nobody has looked at; null when there is none left. */
export function nextArea(content: DraftContent, areas: readonly FormArea[], after: Area): Area | null {
  const at = areas.findIndex(({ key }) => key === after);
  const round = [...areas.slice(at + 1), ...areas.slice(0, Math.max(at, 0))];
  return round.find(({ key }) => areaStatus(content, key) === "left")?.key ?? null;
}
