import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import type { Draw } from "../draw.ts";
import { perArea } from "./per-area.ts";

/** How an area truly is for the child at each round, from 1 to 5: what every rater sees in an own way. */
export type Levels = Readonly<Record<Area, readonly number[]>>;

type Course = "rising" | "slow" | "standing" | "dipping" | "falling";

const COURSES: Record<Course, number> = {
  rising: 0.6,
  slow: 0.19,
  standing: 0.08,
  dipping: 0.08,
  falling: 0.05,
};

export interface ChildLevels {
  readonly levels: Levels;
  /** The one to three areas that the child is followed for. */
  readonly focus: readonly Area[];
}

/** One to three areas start low and take a course of their own; the others hold well, with a little drift. */
export function tellLevels(draw: Draw, rounds: number): ChildLevels {
  const focus = draw.shuffled(AREAS).slice(0, draw.whole(1, 3));
  const levels = perArea((area) => (focus.includes(area) ? focusCourse(draw, rounds) : steady(draw, rounds)));
  return { levels, focus: AREAS.filter((area) => focus.includes(area)) };
}

function steady(draw: Draw, rounds: number): number[] {
  let level = clamp(draw.around(4.3, 0.4), 3.6, 5);
  return steps(rounds, () => {
    level = clamp(level + draw.around(0, 0.08), 3.4, 5);
    return level;
  });
}

function focusCourse(draw: Draw, rounds: number): number[] {
  const start = draw.real(1.5, 2.9);
  const top = draw.real(3.8, 4.7);
  switch (draw.weighted(COURSES)) {
    case "rising":
      return steps(rounds, (round) => start + (top - start) * eased((round + 0.3) / Math.min(rounds, 4)));
    case "slow":
      return steps(rounds, (round) => clamp(start + 0.3 * round, 1, top));
    case "standing":
      return steps(rounds, () => clamp(start + draw.around(0, 0.1), 1, 5));
    case "dipping": {
      const lowest = draw.whole(1, Math.max(1, rounds - 1));
      return steps(rounds, (round) => clamp(top - 1.8 / (1 + Math.abs(round - lowest)), 1, 5));
    }
    case "falling":
      return steps(rounds, (round) => clamp(top - ((top - start) * (round + 1)) / rounds, 1, 5));
  }
}

function steps(rounds: number, level: (round: number) => number): number[] {
  return Array.from({ length: rounds }, (_, round) => level(round));
}

/** Fast first, then slower, and never beyond 1. */
function eased(share: number): number {
  const part = clamp(share, 0, 1);
  return part * (2 - part);
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}
